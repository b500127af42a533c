export const rollRefused = {
  rollRefused: {
    empty: {
      what: 'The file is empty',
      why: 'Nothing is in it; perhaps it was not saved.',
      next: 'Download or save it again and choose that.',
    },
    'not-a-table': {
      what: 'This is no table',
      why: 'The desk reads .xlsx and .csv only.',
      next: 'Open it in a spreadsheet program, save it as .xlsx and choose that.',
    },
    'old-xls': {
      what: 'A table in an old format',
      why: '.xls is an old format that carries viruses easily; the desk does not read it.',
      next: 'Open it in a spreadsheet program, save it as .xlsx and choose that.',
    },
    'other-workbook': {
      what: 'This sort of table is not read',
      why: 'The desk reads .xlsx and .csv only.',
      next: 'Open it in a spreadsheet program, save it as .xlsx and choose that.',
    },
    'web-page': {
      what: 'This is a web page',
      why: 'Some systems export a web page and name it like a table; the desk does not read it.',
      next: 'Open it in a spreadsheet program, save it as .xlsx and choose that.',
    },
    encrypted: {
      what: 'The file has a password',
      why: 'Without it the desk cannot open the file.',
      next: 'Open it, remove the password, save a copy and choose that.',
    },
    damaged: {
      what: 'The file is damaged',
      why: 'It cannot be read to its end: a broken download, or a bad stick.',
      next: 'Download or copy it again and choose that.',
    },
    'zip-bomb': {
      what: 'The file is not safe',
      why: 'Unpacked it would be far too large, so it was not read on.',
      next: 'Do not use it any more; ask whoever gave it to you.',
    },
    'too-large': {
      what: 'The file is too large',
      why: 'It is larger than anything a school needs.',
      next: 'See if it is the right file; part a zip of photos, save a table without its pictures.',
    },
    'too-many-rows': {
      what: 'Too many lines',
      why: 'No school has that many pupils.',
      next: 'See if it is the right file, or delete what does not belong there.',
    },
    'too-many-columns': {
      what: 'Too many columns',
      why: 'No list has that many; perhaps cells on the right were used once.',
      next: 'Copy the columns you need into a new table, save it and choose that.',
    },
    'too-many-cells': {
      what: 'The table is too large',
      why: 'Lines times columns are more than the list of a school.',
      next: 'Copy the columns you need into a new table, save it and choose that.',
    },
    'unknown-encoding': {
      what: 'The text cannot be read',
      why: 'This text file is written in an unusual encoding.',
      next: 'Open it in a spreadsheet program, save it as .xlsx and choose that.',
    },
    'no-rows': {
      what: 'The table is empty',
      why: 'Nothing stands below the headings.',
      next: 'Choose another sheet or another file.',
    },
    'no-such-sheet': {
      what: 'That sheet was not found',
      why: 'The file has no sheet of that name.',
      next: 'Choose another sheet, or the file again.',
    },
    'no-headings': {
      what: 'The headings were not found',
      why: 'No line holds all the headings that were chosen.',
      next: 'See that they stand in one line, then choose the columns again.',
    },
    'too-long': {
      what: 'It took too long',
      why: 'The table may hold many cells that were used once.',
      next: 'Copy the list into a new table, save it and choose that.',
    },
    'no-files': {
      what: 'There are no files in it',
      why: 'The folder or zip file is empty.',
      next: 'Choose the one with the photos in it.',
    },
    'not-photos': {
      what: 'No photos can be read here',
      why: 'It is neither a folder nor a .zip file.',
      next: 'Put the photos into a folder or a .zip file and choose that.',
    },
    'not-readable': {
      what: 'The file does not open',
      why: 'Another program may have it open, or the stick was pulled out.',
      next: 'Close that program, put the stick in, and choose it again.',
    },
    'nothing-chosen': {
      what: 'Please choose the file again',
      why: 'The desk was locked, and keeps no file then.',
      next: 'Choose it once more and check it.',
    },
    'year-done-already': {
      what: 'Not done: this school year is begun',
      why: 'Classes go up once a school year.',
      next: 'If it was wrong, take it back under “Roll” and do it again.',
    },
    'pupil-unknown': {
      what: 'Not done: no such pupil on the roll',
      why: 'Somebody may just have changed the roll.',
      next: 'Look for the pupil again.',
    },
    'pupil-left': {
      what: 'Not done: the pupil has left',
      why: 'Who has left is not corrected.',
      next: 'Who is back: enter a transfer with the Education ID of then.',
    },
    'on-roll-already': {
      what: 'Not done: on the roll already',
      why: 'This Education ID is of a pupil who is here.',
      next: 'Look for it, and correct the roll on the page of the pupil.',
    },
    'called-off': {
      what: 'Called off',
      why: 'Nothing was changed.',
      next: 'Do it again when you want it.',
    },
    'changed-meanwhile': {
      what: 'Not done: the roll has just changed',
      why: 'Somebody changed it since it was checked, so the check no longer holds.',
      next: 'Check it again, then import.',
    },
    'education-id-taken': {
      what: 'Not done: an Education ID stands twice',
      why: 'Two pupils would have the same Education ID.',
      next: 'Mend the file and check again.',
    },
    'class-unknown': {
      what: 'Not done: a class is not on the roll',
      why: 'The class a pupil should go to is gone by now.',
      next: 'Check it again.',
    },
    'class-taken': {
      what: 'Not done: a class stands twice',
      why: 'One grade would have two classes of the same number.',
      next: 'Take the later changes back first, then try again.',
    },
    'class-not-empty': {
      what: 'Not done: there are pupils in the class',
      why: 'A class with pupils in it cannot be closed.',
      next: 'Move its pupils to another class first.',
    },
    'pupil-rooted': {
      what: 'Not done: some hold a card or have business here',
      why: 'Such pupils cannot be withdrawn from the roll.',
      next: 'Have them leave or transfer out instead.',
    },
    'nothing-to-do': {
      what: 'Nothing to change',
      why: 'File and roll are the same.',
      next: 'No need to import. For another file, choose again.',
    },
    'broken-lines': {
      what: 'Not imported: some lines cannot be used',
      why: 'Nobody said what becomes of them.',
      next: 'Check again and tick that they are left out, or mend the file.',
    },
    'school-name-missing': {
      what: 'Not imported: the school has no name yet',
      why: 'The first import has to know which school it is.',
      next: 'Go back to the roll, enter the name, then import.',
    },
    'not-the-newest': {
      what: 'Not taken back: it is not the latest',
      why: 'There are later changes.',
      next: 'Begin with the latest one.',
    },
    gone: {
      what: 'Not taken back: it no longer can be',
      why: 'Its details have had their time, or it was taken back already.',
      next: 'Open the roll again and have a look.',
    },
  },
}
