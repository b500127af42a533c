import { useI18n } from 'vue-i18n'
import { assertNever } from '../../../core/assertNever.ts'
import type { Tell } from '../../../core/lookAlike.ts'
import type { Difference, NameCharacter, NamePiece } from '../../../core/nameDifference.ts'
import type { NameTwin } from '../../../core/namesToCheck.ts'
import { isInvisible, type WatchedCharacter } from '../../../core/rareCharacters.ts'

/** What nobody sees is named. */
export type Blank = 'space' | 'wide' | 'tab' | 'hidden'

function blankOf(character: string): Blank {
  if (character === '\u3000') return 'wide'
  if (character === '\t') return 'tab'
  return /\p{Zs}/u.test(character) ? 'space' : 'hidden'
}

type Changed = Extract<NamePiece, { readonly kind: 'changed' }>

/** Characters and their differences, in the words of the screen. */
export function useNameWords() {
  const { t, te } = useI18n()

  const said = (character: string): string =>
    isInvisible(character) ? t(`nameBlank.${blankOf(character)}`) : character
  const saidAll = (characters: readonly NameCharacter[]): string =>
    characters.map(({ character }) => said(character)).join('')

  function tell(of: Tell): string {
    switch (of.kind) {
      case 'radical': {
        const named = `nameTell.named.${of.part}`
        return t(te(named) ? named : 'nameTell.radical', { part: of.part })
      }
      case 'part':
        return t(`nameTell.part.${of.at}`, { part: of.part })
      case 'no-radical':
        return t('nameTell.bare')
      case 'stroke':
        return t(`nameTell.stroke.${of.how}`)
      default:
        return assertNever(of)
    }
  }

  /** @param side who has the right one of both: 卡面, 家长填的. null: nothing differs */
  function what(piece: NamePiece, side: string): string | null {
    switch (piece.kind) {
      case 'same':
        return null
      case 'changed':
        return t('nameCheck.changed', { n: piece.left.place, side, ...pairOf(piece) })
      case 'missing':
        return t('nameCheck.missing', { n: piece.left.place, side, roll: saidAll([piece.left]) })
      case 'extra':
        return t('nameCheck.extra', { n: piece.right.place, side, typed: saidAll([piece.right]) })
      case 'swapped': {
        const [first, second] = piece.left
        const values = { roll: saidAll(piece.left), typed: saidAll(piece.right) }
        return t('nameCheck.swapped', { n: first.place, m: second.place, side, ...values })
      }
      default:
        return assertNever(piece)
    }
  }

  const pairOf = ({ left, right }: Changed) => ({
    roll: said(left.character),
    typed: said(right.character),
  })

  /** null: there is no more to say */
  function why(piece: NamePiece): string | null {
    return piece.kind === 'changed' ? whyOf(piece.difference, pairOf(piece)) : null
  }

  function whyOf(
    difference: Difference,
    pair: { readonly roll: string; readonly typed: string },
  ): string | null {
    switch (difference.kind) {
      case 'code':
        return t('nameWhy.code')
      case 'variant':
        return t(`nameWhy.variant.${difference.standard}`, pair)
      case 'look-alike': {
        const { left, right, reading } = difference
        const alike =
          left === null || right === null
            ? t('nameWhy.lookAlike')
            : t('nameWhy.lookAlikeTold', {
                ...pair,
                typedTell: tell(right),
                rollTell: tell(left),
              })
        return reading === null ? alike : `${alike}${t('nameWhy.soundsToo', { reading })}`
      }
      case 'homophone':
        return t('nameWhy.homophone', { reading: difference.reading })
      case 'other':
        return null
      default:
        return assertNever(difference)
    }
  }

  return {
    said,
    what,
    why,
    watch: ({ why: reason, character, codePoint, place, of }: WatchedCharacter): string =>
      t(`nameWatch.${reason}`, {
        n: place,
        character: said(character),
        code: codePoint,
        of: of ?? '',
      }),
    twin: ({ pupil: { name, educationIdTail: tail }, place: n, own, theirs }: NameTwin): string => {
      const values = { name, n, own: said(own), theirs: said(theirs) }
      return tail === null ? t('names.twinNoTail', values) : t('names.twin', { ...values, tail })
    },
  }
}
