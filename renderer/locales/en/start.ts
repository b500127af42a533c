export const start = {
  start: {
    now: 'The rehearsal school is open',
    nowHelp:
      'Students, photos and cards are invented: try anything. Nothing done here reaches real data.',
    real: 'Starting a real school',
    realNow: 'A real school is open',
    realNowHelp:
      "The data stay on this computer. Taps are uploaded once the city's system is reached.",
    steps: {
      computer: {
        title: 'Prepare the computer',
        text: "Use the installed desk, a system login with a password, and the system's key store.",
      },
      reader: {
        title: 'Plug in a reader',
        text: 'Bottom left should say "Reader ready". Try it with a student card.',
      },
      open: {
        title: 'Open the real school',
        text: 'The administrator adds this switch to the desk shortcut and opens it. A real school is kept in a place of its own; the rehearsal school never turns into one.',
      },
      roll: {
        title: 'Load the roll',
        text: 'A real school opens without students. Until its roll is there, every card is unknown.',
      },
    },
    ask: 'In doubt, first tap every sample card in the rehearsal school.',
    go: 'Rehearse',
  },
}
