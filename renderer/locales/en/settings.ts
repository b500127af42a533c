export const settings = {
  settings: {
    language: 'Language',
    languageHelp: 'The words change at once.',
    clear: 'Result stays for',
    clearHelp: 'Then photo and name leave the screen by themselves. Esc clears at once.',
    seconds: 's',
    sound: 'Sounds',
    soundHelp: 'Four results, four sounds: to be told apart without looking.',
    volume: 'Volume',
    tryIt: 'Try',
    tone: {
      good: 'Valid',
      look: 'Look',
      stop: 'Stop',
      unsure: 'Unsure',
    },
    lock: 'Lock by itself',
    lockHelp: 'After so long without a hand at the desk. Press {key} when you leave it.',
    minutes: 'min',
    privacy: 'Privacy mode',
    privacyHelp:
      'Where others can see the screen: names shortened, tails and photos covered. {key} turns it on and off.',
    adminOnly: 'The administrator sets this.',
    kiosk: 'Full screen only',
    kioskHelp:
      'The desk fills the screen with no way out by mouse, and returns there after a crash.',
    refused: 'Not saved: {why}',
  },
}
