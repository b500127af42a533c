export const newSheet = {
  newSheet: {
    open: 'New sheet…',
    title: 'Make a new recovery sheet',
    step: {
      fresh: 'A new sheet is made and shown only once.',
      until: 'It counts once three of its characters were typed; until then the old one does.',
      backup: 'A backup is made at once. It and all later ones open with the new sheet.',
      older:
        'On another computer, earlier backups open with the old sheet only: keep it until none is left.',
    },
    reason: 'Why a new one is made',
    reasonHelp: 'Such as: the old one cannot be found',
    copied: 'The old one may have been copied',
    copiedHelp:
      'Once the new backup stands, all earlier ones on this computer are deleted. The data key stays the same: copies of backups that were taken elsewhere still open with the old sheet. Please get them back and destroy them.',
    two: 'Takes your PIN once more, and the PIN of a supervisor.',
    alone: 'One person is both: takes your PIN once more, and is marked in the log.',
    not: 'Not now',
    act: 'Make the sheet',
    notDone: 'Not made: {why}',
    until:
      'It does not count yet, the old sheet does. When the desk locks, or with "Not this one", it is void: destroy what was printed of it.',
    drop: 'Not this one',
    check: {
      help: 'Look at the paper, not at the screen. Once they fit, the new sheet counts.',
      confirm: 'Check, and use the new sheet',
      confirming: 'Taking it, backing up…',
      refused: 'Not in use: {why}',
    },
    done: {
      what: 'The new recovery sheet counts, No. {sheet}. Seal it in an envelope and lock it away.',
      backedUp: 'A backup that it opens was made.',
      notBackedUp:
        'The backup after it was not made. See whether the disk is full, then choose "Back up now".',
      former:
        '{n} backup still opens with the old sheet: keep that until it is gone, then destroy it. | {n} backups still open with the old sheet: keep that until they are gone, then destroy it.',
      none: 'No backup on this computer needs the old sheet. Once those on sticks are replaced, too, destroy it.',
    },
    former: '{n} backup still needs the old one. | {n} backups still need the old one.',
    opensWithFormer: 'Opens with the old sheet',
    paperRehearsal: 'Student Card Desk · rehearsal, not a real one',
  },
}
