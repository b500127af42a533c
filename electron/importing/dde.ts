/** =cmd|'/c calc'!A0: an order to another program, which a spreadsheet would offer to carry out. */
export const DDE = /^[=+\-@][^|]{0,200}\|.*!/s
