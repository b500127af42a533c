import { assertNever } from '../../../core/assertNever.ts'
import type { NameCharacter, NamePiece } from '../../../core/nameDifference.ts'

/** One column of two names: the roll's character over the other; null: there is none. */
export interface PieceColumn {
  readonly roll: NameCharacter | null
  readonly typed: NameCharacter | null
  /** null: they are the same */
  readonly sign: '≠' | '⇄' | null
}

/** In a row of the screen: of a usual name large ones, of a long one smaller ones and more. */
const LARGE_IN_ROW = 4
const SMALL_IN_ROW = 6

export interface PieceRows {
  readonly small: boolean
  readonly rows: readonly (readonly PieceColumn[])[]
}

export function columnsOf(piece: NamePiece): readonly PieceColumn[] {
  switch (piece.kind) {
    case 'same':
      return [{ roll: piece.left, typed: piece.right, sign: null }]
    case 'changed':
      return [{ roll: piece.left, typed: piece.right, sign: '≠' }]
    case 'missing':
      return [{ roll: piece.left, typed: null, sign: '≠' }]
    case 'extra':
      return [{ roll: null, typed: piece.right, sign: '≠' }]
    case 'swapped': {
      const [[roll, rollNext], [typed, typedNext]] = [piece.left, piece.right]
      return [
        { roll, typed, sign: '⇄' },
        { roll: rollNext, typed: typedNext, sign: '⇄' },
      ]
    }
    default:
      return assertNever(piece)
  }
}

/** The columns of a whole name, cut into rows. */
export function rowsOf(pieces: readonly NamePiece[]): PieceRows {
  const columns = pieces.flatMap(columnsOf)
  const small = columns.length > LARGE_IN_ROW
  const each = small ? SMALL_IN_ROW : LARGE_IN_ROW
  const rows = Array.from({ length: Math.ceil(columns.length / each) }, (_, row) =>
    columns.slice(row * each, (row + 1) * each),
  )
  return { small, rows }
}

/** Every character that differs, the typed one before the roll's; two that were swapped once each. */
export function differingIn(piece: NamePiece): readonly NameCharacter[] {
  if (piece.kind === 'same') return []
  if (piece.kind === 'swapped') return piece.left
  return columnsOf(piece).flatMap(({ roll, typed }) => [typed, roll].filter((one) => one !== null))
}
