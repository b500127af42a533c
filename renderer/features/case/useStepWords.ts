import { useI18n } from 'vue-i18n'
import type { CaseStep } from '../../../core/case/caseStep.ts'
import { useDates } from '../../composables/useDates.ts'
import { useMoney } from '../../composables/useMoney.ts'

/** A step of a case in words: what happened, and what else is worth a line. */
export function useStepWords() {
  const { t } = useI18n()
  const dates = useDates()
  const money = useMoney()

  function title(step: CaseStep): string {
    switch (step.of) {
      case 'loss':
        return t(`caseStep.loss.${step.by}`)
      case 'found':
        return t('caseStep.found')
      case 'damaged':
        return t(`caseStep.damaged.${step.how}`)
      case 'returned':
        return t('caseStep.returned')
      case 'collected':
        return t(`caseStep.collected.${step.collector.kind}`)
      case 'collection-undone':
        return t('caseStep.collectionUndone')
      case 'card':
        return cardWords(step)
      case 'applied':
        return t(`caseStep.applied.${step.cause}`)
      case 'application':
        return step.from === 'ON_HOLD' && step.to !== 'WITHDRAWN'
          ? t('caseStep.resumed')
          : t(`caseStep.application.${step.to}`)
      case 'fee':
        return step.fen === 0
          ? t('caseStep.free')
          : t('caseStep.charged', { money: money(step.fen) })
      case 'production':
        return t('caseStep.production')
      case 'order-opened':
        return t('caseStep.orderOpened', { money: money(step.fen) })
      case 'order':
        return step.from === 'PAYING' && step.to === 'PENDING'
          ? t('caseStep.notPaid')
          : t(`caseStep.order.${step.to}`)
      case 'claimed':
        return t('caseStep.claimedOn', { date: dates.date(step.paidOn) })
      case 'told':
        return t(`caseStep.told.${step.result}`, { date: dates.date(step.on) })
    }
  }

  function cardWords({ from, to }: Extract<CaseStep, { readonly of: 'card' }>): string {
    if (to === 'ACTIVE' && from === 'LOST') return t('caseStep.lifted')
    if (to === 'ACTIVE' && from === 'FOUND_HELD') return t('caseStep.claimed')
    if (to === 'ACTIVE' && from === 'REPLACED') return t('caseStep.reactivated')
    if (to === 'ARRIVED')
      return t(`caseStep.${from === 'WITH_TEACHER' ? 'broughtBack' : 'arrived'}`)
    return t('caseStep.card', { state: t(`cardCame.${to}`) })
  }

  function details(step: CaseStep): readonly string[] {
    switch (step.of) {
      case 'loss': {
        const at = `${dates.day(step.reportedAt)} ${dates.time(step.reportedAt)}`
        return [t('caseStep.lostAt', { at }), ...placeOf(step.where)]
      }
      case 'found':
        return placeOf(step.where)
      case 'returned':
        return [
          step.to.kind === 'district' ? t('caseStep.returnedTo.district') : step.to.name,
          step.reason,
        ]
      case 'collected':
        return [
          ...collectorOf(step.collector),
          ...(step.oldCard === null ? [] : [t(`caseStep.oldCard.${step.oldCard}`)]),
        ]
      case 'applied':
        return step.fen > 0 ? [money(step.fen)] : [t(`caseStep.${step.draft ? 'draft' : 'free'}`)]
      case 'order-opened':
        return [t(`caseStep.channel.${step.channel}`)]
      case 'production':
        return [t('caseStep.productionFrom', { date: dates.date(step.on) })]
      default:
        return []
    }
  }

  function collectorOf(
    collector: Extract<CaseStep, { readonly of: 'collected' }>['collector'],
  ): readonly string[] {
    switch (collector.kind) {
      case 'student':
        return []
      case 'parent': {
        const relation = t(`newCards.relation.${collector.relation}`)
        return [t('caseStep.byWhom', { name: collector.name, relation })]
      }
      case 'class-teacher':
        return [collector.name]
    }
  }

  const placeOf = (where: string | null): readonly string[] =>
    where === null ? [] : [t('caseStep.where', { where })]

  return { title, details }
}
