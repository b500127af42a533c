export const bring = {
  bring: {
    open: 'Restore from a backup',
    openHelp: 'Another computer, or data that do not open',
    title: 'Restore from a backup',
    help: 'It takes two things: the recovery sheet from the safe, and the folder of a backup, on a stick or another disk.',
    charactersMissing: 'Please enter the 24 characters of the sheet.',
    name: 'Your name',
    nameHelp: 'You will be administrator and supervisor.',
    passphrase: 'New passphrase',
    then: "Next you choose the backup's folder. The others get new PINs from you. This goes into the log.",
    back: 'Back',
    act: 'Choose the folder',
    busy: 'Restoring…',
    notDone: 'Not restored: {why}',
    answer: {
      'wrong-key': {
        what: 'The backup was locked with another key',
        next: 'Try another backup, or another sheet.',
      },
      'wrong-sheet': {
        what: 'Sheet and backup do not belong together',
        next: 'The sheet is whole but does not open this backup. Where a new sheet was made, earlier backups take the one before. Compare number and date.',
      },
      ruined: {
        what: 'No usable backup here',
        next: 'The folder is no backup, or the backup is not whole. Choose another one.',
      },
      'called-off': {
        what: 'No folder was chosen',
        next: 'Nothing was changed. You may try again.',
      },
      occupied: {
        what: 'There are data already; they stay',
        next: 'Quit the desk, give the old data folder another name, and start it again to restore. Its backups are in that folder.',
      },
    },
  },
}
