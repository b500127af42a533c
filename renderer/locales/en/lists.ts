import { listTitles } from '../../../core/lists.ts'
import type { lists as chinese } from '../zh-CN/lists.ts'

export const lists: typeof chinese = {
  lists: {
    act: 'Export',
    title: 'Export a list',
    which: 'List',
    list: listTitles('en'),
    of: { class: '{of}, {list}', delivery: '{list}, {of}' },
    tails:
      'Of Education IDs and card numbers only the last digits are in it, also with whole names.',
    form: {
      label: 'File',
      xlsx: 'Excel workbook',
      xlsxHelp: '.xlsx, the usual one',
      csv: 'CSV text',
      csvHelp: '.csv, for other systems',
    },
    names: {
      label: 'Names and Education IDs',
      masked: 'Masked',
      maskedHelp: 'surname and last digits',
      whole: 'Whole',
      wholeHelp: 'with a reason and your PIN',
    },
    maskedNote: 'Of names the first character is left, of Education IDs the last digits.',
    reason: 'Why the whole list is needed',
    reasonExample: 'For example: card data for the education committee',
    reasonMissing: 'Please say why.',
    go: 'Choose a folder…',
    making: 'Exporting…',
    cancel: 'Cancel',
    close: 'Close',
    why: 'Export a whole list',
    notDone: 'Not exported: {why}',
    saved: 'Saved in the folder {folder}:',
    duty: "It holds pupils' data: delete it when it has served.",
    calledOff: 'No folder was chosen, nothing was saved.',
    empty: 'There is nothing on this list, so no file was saved.',
    print: {
      act: 'Print progress',
      title: 'Print how far binding is',
      help: 'A page for each class teacher: who still has no card. Saved first, then opened and printed.',
      all: 'All classes, figures first',
      go: 'Choose a folder…',
    },
    exported: {
      masked: 'masked',
      whole: 'whole',
      none: 'figures only',
    },
  },
}
