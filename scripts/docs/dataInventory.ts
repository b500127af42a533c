/** Whose data a field holds. `nobody`: the desk's own. */
export type Subject = 'pupil' | 'staff' | 'nobody'

/** By what right it is kept; the words are in dataInventoryDoc.ts. How long: core/retention.ts, by table. */
export type Ground = 'roll' | 'acts' | 'log' | 'reading' | 'desk'

export interface Field {
  readonly subject: Subject
  /** what it is needed for: a field without a purpose is not kept (PIPL 28) */
  readonly purpose: string
  readonly ground: Ground
}

const pupil = (ground: Ground, purpose: string): Field => ({
  subject: 'pupil',
  purpose,
  ground,
})
const staff = (ground: Ground, purpose: string): Field => ({
  subject: 'staff',
  purpose,
  ground,
})
const desk = (ground: Ground, purpose: string): Field => ({
  subject: 'nobody',
  purpose,
  ground,
})

const load = desk('roll', 'which load last named the row; a load takes away what it did not name')
const oneRow = desk('desk', 'keeps the table to one row')

/** Every column of the desk's database, held against the database itself by tests/docs/dataInventory.test.ts. */
export const DATA_INVENTORY: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  student: {
    id: pupil('roll', 'joins cards, photo and taps to a pupil; made up, says nothing'),
    school_id: pupil('roll', 'own pupil or not: others are never named'),
    class_id: pupil('roll', 'tells two of the same name apart'),
    education_id: pupil('roll', 'the number every procedure goes by; a tail on screens'),
    name: pupil('roll', 'whose card it is'),
    sex: pupil('roll', 'on the card face; tells two of the same name apart'),
    enrolment: pupil('roll', 'is the pupil on the roll: part of a verdict'),
    temporary_until: pupil('roll', 'a temporary pupil whose time is over'),
    suspended_since: pupil('roll', 'said at the desk when the card is tapped'),
    left_on: pupil('roll', 'a leaver is not listed, and may be asked about'),
    left_why: pupil('roll', 'the next step for a leaver’s card'),
    left_to: pupil('roll', 'where a card that arrived late is sent on to'),
    load,
  },
  photo: {
    student_id: pupil('roll', 'whose face it is'),
    picture_id: pupil('roll', 'which picture it is'),
  },
  picture: {
    picture_id: pupil('roll', 'names the picture by its content'),
    mime: pupil('roll', 'how the picture is drawn'),
    width: pupil('roll', 'good enough for a card, or not'),
    height: pupil('roll', 'good enough for a card, or not'),
    bytes: pupil('roll', 'the person at the desk is compared with it'),
  },
  photo_before: {
    student_id: pupil('roll', 'the last import of photos can be taken back'),
    picture_id: pupil('roll', 'the last import of photos can be taken back'),
  },
  event: {
    seq: desk('acts', 'order of the acts'),
    cmd_id: desk('acts', 'which act it comes from'),
    at: pupil('acts', 'when it happened, for the timeline'),
    type: desk('acts', 'what happened'),
    student_id: pupil('acts', 'whose, for the timeline'),
    card_id: pupil('acts', 'which card'),
    body: pupil('acts', 'what was before and after, for the timeline and for taking an act back'),
  },
  application: {
    application_id: pupil('acts', 'names the application'),
    student_id: pupil('acts', 'whose card is applied for'),
    kind: desk('acts', 'for a newcomer'),
    state: pupil('acts', 'open, withdrawn, closed'),
    state_at: pupil('acts', 'since when'),
    opened_at: pupil('acts', 'when it was applied for; a slip is taken back within five minutes'),
    opened_by: staff('acts', 'who may take it back as a slip'),
    list_id: desk('acts', 'which list it went to the city with'),
    card_id: pupil('acts', 'which card closed it, so that a binding taken back opens it again'),
    ended_at: pupil('acts', 'one open application a pupil; when its time is over'),
  },
  confirmation: {
    seq: desk('acts', 'order of the acts'),
    application_id: pupil('acts', 'of which application'),
    version: pupil('acts', 'which data were confirmed'),
    at: pupil('acts', 'when it was said'),
    operator_id: staff('acts', 'who recorded it'),
    data: pupil('acts', 'the data as confirmed: a later change asks for another confirmation'),
    outcome: pupil(
      'acts',
      'right or wrong, and who says so: of a parent the name and the relation, no number',
    ),
    taken_back: desk('acts', 'it counts no longer'),
  },
  card_list: {
    list_id: desk('acts', 'names the list'),
    made_at: desk('acts', 'when it went'),
    pupils: desk('acts', 'how many were on it'),
  },
  roll_change: {
    change_id: desk('acts', 'names the change'),
    at: desk('acts', 'when the roll was changed'),
    operator_id: staff('acts', 'who changed the roll'),
    why: desk('acts', 'import, school year, transfer'),
    counts: desk('acts', 'how many pupils it touched'),
    undoes: desk('acts', 'which change it takes back'),
    undone_by: desk('acts', 'which change took it back'),
    cmd_ids: desk('acts', 'its rows in the outbox'),
  },
  part_waiting: {
    cmd_id: desk('acts', 'a part of a change that is not in the tables yet'),
    place: desk('acts', 'order of the parts'),
  },
  annual_tap: {
    school_year: desk('acts', 'of which school year'),
    student_id: pupil('acts', 'who was seen with the card this year'),
    card_id: pupil('acts', 'with which card'),
    at: pupil('acts', 'when they were seen'),
    cmd_id: desk('acts', 'which act it comes from'),
  },
  file_mapping: {
    kind: desk('desk', 'of which kind of file'),
    mapping: desk('desk', 'which column is what: headings, no pupil'),
  },
  class: {
    id: desk('roll', 'joins pupils to a class'),
    school_id: desk('roll', 'whose class it is'),
    grade: desk('roll', 'order of lists; typed in a search'),
    number: desk('roll', 'order of lists; typed in a search'),
    name: desk('roll', 'shown beside a pupil'),
    load,
  },
  school: {
    id: desk('roll', 'joins classes and pupils to a school'),
    name: desk('roll', 'said of another school’s card, instead of a pupil’s name'),
    own: desk('roll', 'own school or another'),
    load,
  },
  card: {
    id: pupil('roll', 'joins numbers and taps to a card'),
    student_id: pupil('roll', 'whose card it is: the chip does not say'),
    state: pupil('roll', 'is the card good: the first part of a verdict'),
    state_since: pupil('roll', 'since when, for the timeline'),
    state_by: staff('roll', 'who made it so, for the timeline'),
    face_valid_to: pupil('roll', 'the face’s validity'),
    face_school: pupil('roll', 'the face names the school before'),
    load,
  },
  card_identifier: {
    card_id: pupil('roll', 'which card it finds'),
    kind: pupil('roll', 'which of the card’s numbers it is'),
    value: pupil('roll', 'a tapped or scanned card is found by it; a tail on screens'),
    source: desk('roll', 'a load takes away only what came with a roll'),
    first_seen_at: desk('roll', 'since when it is known'),
    valid_from: desk('roll', 'history of numbers'),
    valid_to: desk('roll', 'history finds nothing any more'),
    load,
  },
  card_fare: {
    card_id: pupil('reading', 'which chip said it'),
    read_at: pupil('reading', 'how old the dates are'),
    enabled: pupil('reading', 'the card’s transit validity'),
    blacklisted: pupil('reading', 'the card’s transit validity'),
    transit_from: pupil('reading', 'the card’s transit validity'),
    transit_to: pupil('reading', 'the card’s transit validity; the October reminder'),
  },
  tap: {
    seq: desk('acts', 'order of recording'),
    tap_id: pupil('acts', 'names the tap'),
    cmd_id: desk('acts', 'its row in the outbox'),
    at: pupil('acts', 'when the card was laid down'),
    reader: desk('acts', 'where'),
    family: desk('acts', 'kind of chip, for the reader doctor'),
    card_id: pupil('acts', 'which card'),
    student_id: pupil('acts', 'whose, for the timeline'),
    verdict: pupil('acts', 'what was said'),
    data_version: desk('acts', 'by which roll it was judged'),
    data_age_ms: desk('acts', 'how old that roll was'),
  },
  outbox: {
    device_id: desk('acts', 'which desk'),
    device_epoch: desk('acts', 'no number is used twice after a restore'),
    device_seq: desk('acts', 'gapless order'),
    cmd_id: desk('acts', 'names the act'),
    type: desk('acts', 'what it is'),
    sealed: pupil(
      'acts',
      'the act as the city will get it: ids and card numbers; of a change of the roll, names and 教育ID',
    ),
    prev_hash: desk('acts', 'chain'),
    hash: desk('acts', 'chain'),
    status: desk('acts', 'waiting, sent, parked'),
    refusal: desk('acts', 'the city’s code'),
  },
  outbox_head: {
    device_id: desk('acts', 'end of the chain'),
    device_epoch: desk('acts', 'end of the chain'),
    device_seq: desk('acts', 'end of the chain'),
    hash: desk('acts', 'end of the chain'),
  },
  audit: {
    seq: desk('log', 'gapless order'),
    at: staff('log', 'when (Minors Regulations art. 36)'),
    operator_id: staff('log', 'who (art. 36)'),
    kind: staff('log', 'did or looked at what (art. 36)'),
    student_id: pupil('log', 'of whom, by id: no name'),
    sealed: staff('log', 'the entry as it was hashed, with the reason'),
    prev_hash: desk('log', 'chain'),
    hash: desk('log', 'chain'),
  },
  audit_head: {
    one: oneRow,
    seq: desk('log', 'end of the chain'),
    hash: desk('log', 'end of the chain'),
  },
  operator: {
    operator_id: staff('log', 'who, in every row of the log'),
    name: staff('log', 'who that is, on screens and in the yearly pack'),
    roles: staff('log', 'what they may do'),
    classes: staff('log', 'whose pupils a class teacher sees'),
    pin_version: staff('log', 'an older PIN opens nothing any more'),
    made_at: staff('log', 'since when'),
    ended_at: staff('log', 'until when; then nobody signs in by it'),
  },
  school_basis: {
    one: oneRow,
    ground: desk('log', 'by what right pupils’ data are kept (PIPL 13)'),
    rules_version: desk('log', 'under which processing rules'),
    recorded_at: staff('log', 'since when'),
    recorded_by: staff('log', 'who recorded it'),
  },
  pupil_basis: {
    student_id: pupil('log', 'whose consent it is'),
    kind: pupil('log', 'guardian’s, own, or withdrawn (PIPL 13, 15, 31)'),
    separate: pupil('log', 'a consent of its own (PIPL 29)'),
    rules_version: desk('log', 'under which processing rules it was given'),
    recorded_at: pupil('log', 'since when'),
    recorded_by: staff('log', 'who recorded it'),
  },
  retention_setting: {
    class: desk('desk', 'a class of data'),
    months: desk('desk', 'how long it is kept'),
  },
  retention_run: {
    run_id: desk('log', 'names the run'),
    class: desk('log', 'which class of data'),
    at: desk('log', 'when it ran'),
    operator_id: staff('log', 'who had it run; empty: by itself'),
    cutoff: desk('log', 'what was before went'),
    deleted: desk('log', 'how many'),
    salt: desk('log', 'nobody reads an id out of the digest'),
    digest: desk('log', 'which ones, for who has their ids (PIPL 47)'),
  },
  pupil_gone: {
    id_hash: pupil('log', 'a deleted pupil is not taken in again; a hash of the id'),
    why: pupil('log', 'left, or consent withdrawn'),
    at: pupil('log', 'since when they are gone'),
  },
  reader_day: {
    reader: desk('reading', 'which reader does badly'),
    day: desk('reading', 'advice looks at seven days'),
    family: desk('reading', 'which cards it reads badly'),
    read: desk('reading', 'a count, of nobody'),
    failed: desk('reading', 'a count, of nobody'),
    last_at: desk('reading', 'last tap at the reader'),
  },
  search_pupil: {
    place: desk('roll', 'order of lists'),
    student_id: pupil('roll', 'who is found'),
  },
  search_word: {
    words: pupil('roll', 'index of names, numbers and classes; the text itself is not kept'),
  },
  search_word_beside: {
    words: pupil('roll', 'the next index while it is made; else empty'),
  },
  search_form: {
    one: oneRow,
    form: desk('desk', 'an old index is filled anew'),
    words: desk('desk', 'which of the two is asked'),
  },
  data_state: {
    one: oneRow,
    version: desk('roll', 'of the roll'),
    as_of: desk('roll', 'how old the roll is'),
    load,
  },
  desk: {
    one: oneRow,
    device_id: desk('desk', 'sender of what is queued'),
    device_epoch: desk('desk', 'grows at a restore'),
    school_id: desk('desk', 'which school'),
    made_at: desk('desk', 'since when'),
    alone: desk('desk', 'one person is administrator and supervisor: said in the yearly pack'),
  },
  calendar_year: {
    year: desk('desk', 'which year is known'),
    source: desk('desk', 'where its table was taken from'),
    imported_at: desk('desk', 'since when it is known'),
    entered_by: staff('desk', 'who entered it; empty: it came with the program'),
  },
  calendar_day: {
    year: desk('desk', 'whose table names the day'),
    date: desk('desk', 'working days to a promised date are counted by it'),
    kind: desk('desk', 'off, or worked to make up for it'),
    name: desk('desk', 'of the holiday'),
  },
  term: {
    school_year: desk('desk', 'which term'),
    half: desk('desk', 'which term'),
    stage: desk('desk', 'of which grades'),
    first_day: desk('desk', 'is the school in term on a day'),
    last_day: desk('desk', 'is the school in term on a day'),
    source: desk('desk', 'where it was taken from'),
    entered_at: desk('desk', 'since when it is known'),
    entered_by: staff('desk', 'who entered it'),
  },
  fee_announcement: {
    open_from: desk('desk', 'when the fee may be paid'),
    open_to: desk('desk', 'when the fee may be paid'),
    source: desk('desk', 'where it was taken from'),
    entered_at: desk('desk', 'since when it is known; the newest counts'),
    entered_by: staff('desk', 'who entered it'),
  },
  setting: {
    name: desk('desk', 'a setting'),
    value: desk('desk', 'its value'),
  },
}
