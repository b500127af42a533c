import {
  CARD_COLUMNS,
  EDUCATION_ID_HEADING,
  ROLL_COLUMNS,
  type FileColumns,
} from './rollFileColumns.ts'

export type PaymentField = 'educationId' | 'cityNo' | 'amount' | 'paidOn' | 'result'
export type DeliveryField = 'educationId' | 'printedNumber' | 'name' | 'class'

/** 对账文件. Whose a payment is, a 教育ID or the city's number says: core/paymentFile.ts asks for one of the two. */
export const PAYMENT_COLUMNS: FileColumns<PaymentField> = {
  required: ['amount', 'paidOn'],
  headings: {
    educationId: EDUCATION_ID_HEADING,
    cityNo:
      /^(缴费|支付|交易|业务|平台|商户|银行|市|补卡)*(订单|流水|交易|缴费|支付|凭证|单据)(编号|号码?|id)$|^(订单|流水)$/,
    amount: /^(实际|实|应|已)?(缴费?|支付|付款|交易|到账|订单|收款|补卡|退款|工本)*(金额|费用?)$/,
    paidOn:
      /^(缴费?|支付|付款|交易|到账|完成|订单|入账|对账)*(成功|完成)?(日期|时间|日)$|^日期$|^时间$/,
    result:
      /^(缴费?|支付|付款|交易|到账|订单|对账|退款)*(结果|状态|情况)(名称|说明)?$|^是否(缴费|支付|到账)$/,
  },
}

/** 到卡清单. */
export const DELIVERY_COLUMNS: FileColumns<DeliveryField> = {
  required: ['educationId'],
  headings: {
    educationId: EDUCATION_ID_HEADING,
    printedNumber: CARD_COLUMNS.headings.printedNumber,
    name: ROLL_COLUMNS.headings.name,
    class: ROLL_COLUMNS.headings.class,
  },
}

/** 金额(分): whole fen; any other heading: yuan. */
export const isInFen = (heading: string): boolean =>
  /[([【]分[)\]】]$|分$/.test(heading.normalize('NFKC').replace(/\s/g, ''))
