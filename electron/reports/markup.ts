/** A piece of a document: what is in it has been escaped. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (one) => ENTITIES[one] ?? one)
}

type Value = Markup | readonly Markup[] | string | number

/** A template that escapes every value but pieces made by itself: the only way a text gets into a document. */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(
    parts.reduce((whole, part, n) => {
      const value = values[n - 1]
      return `${whole}${value === undefined ? '' : written(value)}${part}`
    }),
  )
}

function written(value: Value): string {
  if (value instanceof Markup) return value.text
  return typeof value === 'object' ? value.map(({ text }) => text).join('') : escaped(String(value))
}
