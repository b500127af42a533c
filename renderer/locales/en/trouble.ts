export const trouble = {
  trouble: {
    heading: 'The desk did not open',
    why: 'Why',
    next: 'What to do',
    place: 'Place',
    code: 'Code',
    retry: 'Try again',
    trying: 'Opening…',
    of: {
      'db-from-the-future': {
        what: 'A newer version wrote these data',
        why: 'The desk on this computer is older than its data; opening would harm them.',
        next: 'Install the newest desk, then open again.',
      },
      'db-wrong-key': {
        what: 'The key does not fit the data',
        why: 'The data are whole but were locked with another key, perhaps on another computer.',
        next: 'Use the former computer and account, or ask the administrator to recover the key. Do not delete anything.',
      },
      'db-ruined': {
        what: 'The data file is damaged',
        why: 'The key fits but the file cannot be read: usually a failing disk or a power cut.',
        next: 'Save a copy of the whole folder below, then ask the administrator to restore a backup.',
      },
      'db-read-only': {
        what: 'The data folder cannot be written',
        why: 'There is no right to write, or the disk is read-only.',
        next: 'Ask the administrator for the right to write, then open again.',
      },
      'db-full': {
        what: 'The disk is full',
        why: 'There is no room for new taps.',
        next: 'Free at least 1 GB, then open again.',
      },
      'db-busy': {
        what: 'Another program holds the data',
        why: 'A backup or virus scanner, or a desk that is already open.',
        next: 'Close that program, wait a minute, open again.',
      },
      'db-unsafe': {
        what: 'The data cannot be kept safely',
        why: 'This disk does not allow encryption or protection against power cuts: often a network or USB disk.',
        next: "Keep the data on the computer's own disk, then open again.",
      },
      'db-chain-broken': {
        what: 'Records waiting for upload were altered',
        why: 'Their checks do not fit: somebody or another program changed the data.',
        next: 'Stop working, keep the folder below, tell the administrator.',
      },
      'key-missing': {
        what: 'The data key is missing',
        why: 'The data are there, but the key that opens them is gone.',
        next: 'Log in with the former system account; otherwise ask the administrator to recover the key. Do not delete anything.',
      },
      'key-unreadable': {
        what: 'The key file cannot be read',
        why: 'It is damaged, or another program has changed it. The data are as they were.',
        next: 'Open with a backup and the recovery sheet: press Restore from a backup. Delete nothing.',
      },
      'ipc-sender': {
        what: 'The request was refused',
        why: "It did not come from the desk's own page.",
        next: 'Open the desk again; if it returns, tell the administrator.',
      },
      'ipc-arguments': {
        what: 'The request was not understood',
        why: 'Page and program do not fit, perhaps after half an update.',
        next: 'Install the desk again; the data are not affected.',
      },
      'ipc-unknown': {
        what: 'There is no such function',
        why: 'Page and program do not fit, perhaps after half an update.',
        next: 'Install the desk again; the data are not affected.',
      },
      'signed-out': {
        what: 'Nobody is signed in',
        why: 'This needs a person who is signed in.',
        next: 'Sign in, then do it again.',
      },
      'right-missing': {
        what: 'You may not do this',
        why: 'By the table of rights it belongs to another role.',
        next: 'Ask a colleague who may, or the supervisor.',
      },
      're-auth-needed': {
        what: 'Your PIN is needed once more',
        why: 'This act is a sensitive one.',
        next: 'Enter your PIN, then do it again.',
      },
      'second-person-needed': {
        what: 'A second person is needed',
        why: 'Two people do this together.',
        next: 'Ask a colleague for their PIN, then do it again.',
      },
      'last-administrator': {
        what: 'The last administrator stays',
        why: 'Nobody would be left to add people or give new PINs.',
        next: 'Make somebody else administrator first, with a PIN that works and not locked.',
      },
      'called-off': {
        what: 'Called off',
        why: 'Somebody ended it before it was done. Nothing was changed.',
        next: 'Do it again if you still want it.',
      },
      'file-too-large': {
        what: 'The file is too large',
        why: 'It is larger than the list of any school, so it was not read on. Nothing was changed.',
        next: 'Make sure it is the right file, or part it into smaller ones.',
      },
      'runtime-out-of-support': {
        what: 'This computer cannot go live',
        why: "Its runtime gets no more security updates and must not hold real students' data.",
        next: 'Use a version that is still supported; to practise, open the rehearsal school.',
      },
      'not-in-rehearsal': {
        what: 'Not in a real school',
        why: 'Sample cards and the rehearsal clock belong to the rehearsal school.',
        next: 'To practise, open the rehearsal school.',
      },
      internal: {
        what: 'The desk made a mistake',
        why: 'This is a defect of the program, not of what you did.',
        next: 'Open the desk again; if it returns, tell the administrator the code.',
      },
    },
  },
}
