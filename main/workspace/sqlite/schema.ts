/**
 * The tables as TypeScript sees them. Kept equal to the migrations by a test that opens a new database and compares.
 *
 * Booleans are 0/1, instants ms UTC, lists and documents JSON text in columns that end in `_json`.
 */
export interface Tables {
  workspace_meta: { key: string; value: string };
  operators: {
    id: string;
    name: string;
    role: string;
    pin_scrypt: string | null;
    archived_at: number | null;
    created_at: number;
  };
  clients: { id: string; name: string; note: string; archived_at: number | null; created_at: number };
  stores: {
    id: string;
    client_id: string;
    platform: string;
    name: string;
    alias: string;
    zone: string;
    export_zone: string | null;
    currency: string;
    archived_at: number | null;
    created_at: number;
    /** The shop's country or site, where the platform's rules differ; null: nobody said. */
    region: string | null;
    fulfilment: string | null;
  };
  order_imports: {
    id: string;
    store_id: string;
    kind: string;
    file_name: string;
    file_sha256: string;
    state: string;
    started_at: number;
    finished_at: number | null;
    added: number;
    changed: number;
    unchanged: number;
    rejected: number;
    operator_id: string;
  };
  orders: {
    id: string;
    store_id: string;
    order_number: string;
    buyer_name: string;
    status: string;
    ordered_at: number | null;
    paid_at: number | null;
    shipped_at: number | null;
    received_at: number | null;
    ship_by: number | null;
    total_minor: number | null;
    currency: string | null;
    items: string;
    remark: string;
    recipient: string;
    country: string;
    address: string;
    phone: string;
    tracking_number: string;
    extra_json: string;
    import_id: string;
  };
  /** `before_json` null: the order was new. `after_hash` null: the import took the order away. */
  order_versions: {
    import_id: string;
    order_id: string;
    before_json: string | null;
    after_hash: string | null;
  };
  blobs: { sha256: string; size: number; stored_at: number };
  evidence_items: {
    id: string;
    kind: string;
    label: string;
    file_name: string;
    media_type: string;
    file_kind: string;
    size: number;
    sha256: string;
    width: number | null;
    height: number | null;
    pages: number | null;
    damaged: number;
    obtained: string | null;
    note: string;
    taken_in_at: number;
    taken_in_zone: string;
    file_modified_at: number | null;
    original_path: string;
    operator_id: string;
    client_id: string | null;
    removed_at: number | null;
    remove_reason: string;
  };
  cases: {
    id: string;
    number: string;
    title: string;
    platform: string;
    case_type: string;
    scenario_id: string;
    client_id: string;
    store_id: string;
    owner_id: string;
    reviewer_id: string | null;
    buyer_name: string;
    conduct_date: string | null;
    notice_date: string | null;
    created_at: number;
    archived_at: number | null;
    /** Ids of the editions of the packs it stands on; null: whatever is current. */
    editions_json: string | null;
    /** The later editions that somebody saw and did not take for it. */
    kept_editions_json: string | null;
    /** The platform's number of its item, dispute or violation, where no notice says it; as it was typed. */
    matter_number: string;
    /** How that number is compared: whoever writes it, the write handle keeps this beside it. So in `notices` and `attempts`. */
    matter_key: string;
  };
  /** A pack as a case found it; `packed` is its deflated JSON in base64. */
  pack_editions: { id: string; platform: string; version: string; packed: string; taken_in_at: number };
  /** A signed pack in the place of the shipped one; `id` is the platform's. */
  pack_updates: {
    id: string;
    edition_id: string;
    signer_name: string;
    signer_key: string;
    installed_at: number;
    operator_id: string;
  };
  /** A year of a working-day calendar by a notice newer than the program; `id` is `<calendar>-<year>`. */
  calendar_years: {
    id: string;
    calendar: string;
    year: number;
    year_json: string;
    added_at: number;
    operator_id: string;
  };
  /** What a back office showed: `confirms` names a reading of the pack, `value_json` is one of its own. */
  own_readings: {
    id: string;
    rule_id: string;
    confirms: string | null;
    value_json: string | null;
    words: string;
    seen_on: string;
    item_id: string | null;
    created_at: number;
    operator_id: string;
    /** The site whose back office showed it; null: every site. */
    region: string | null;
  };
  reading_choices: {
    id: string;
    case_id: string;
    rule_id: string;
    reading_id: string;
    conflict_id: string | null;
    reason: string;
    chosen_at: number;
    operator_id: string;
  };
  case_orders: {
    id: string;
    case_id: string;
    order_number: string;
    position: number;
    class: string | null;
    class_reason: string;
    class_item_id: string | null;
    classed_at: number | null;
    /** When it was last put down as admitted; it stays, whatever the class is now. */
    admitted_at: number | null;
  };
  case_answers: { id: string; case_id: string; fact_id: string; value_json: string };
  case_evidence: { id: string; case_id: string; item_id: string; position: number };
  requirement_ticks: {
    id: string;
    case_id: string;
    requirement_id: string;
    /** Empty: for the case as a whole. */
    order_number: string;
    state: string;
    item_ids_json: string;
    reason: string;
  };
  notices: {
    id: string;
    case_id: string;
    text: string;
    platform_number: string;
    matter_key: string;
    rule_cited: string;
    basis: string;
    issued_at: number | null;
    seen_at: number | null;
    handed_over_at: number | null;
    page_words: string;
    page_read_at: number | null;
    page_deadline: number | null;
    item_id: string | null;
    lists_unproven: number;
    discloses_admitted: number;
    /** What the notice says it costs. */
    penalties_json: string;
    occurrence: number | null;
  };
  /** At most one row, `only`. */
  unopened_notices: {
    id: string;
    text: string;
    pasted_at: number | null;
    /** The store, the orders, the time left and the scene, as far as they are said. */
    answers_json: string;
    saved_at: number;
  };
  asks: {
    id: string;
    case_id: string;
    addressee: string;
    addressee_name: string;
    requirement_ids_json: string;
    order_numbers_json: string;
    text: string;
    channel: string;
    asked_at: number;
    item_id: string | null;
    state: string;
    answered_at: number | null;
    answer_item_id: string | null;
    note: string;
    operator_id: string;
    /** When to look again whether it was answered. */
    revisit_at: number | null;
  };
  /** When those who are asked are there, where somebody said so. */
  opening_hours: {
    id: string;
    /** Null: for every client. */
    client_id: string | null;
    addressee: string;
    /** Empty: for all of this kind. */
    party_name: string;
    zone: string;
    week_json: string;
    holidays: string | null;
    closed_spans_json: string;
    answer_minutes: number;
  };
  contacts: {
    id: string;
    case_id: string;
    channel: string;
    with_whom: string;
    contacted_at: number;
    ticket_number: string;
    asked: string;
    answer: string;
    item_id: string | null;
    operator_id: string;
  };
  campaigns: {
    id: string;
    case_id: string;
    name: string;
    place: string;
    starts_on: string;
    ends_on: string;
    what: string;
    item_ids_json: string;
  };
  case_events: {
    id: string;
    case_id: string;
    event: string;
    happened_at: number;
    note: string;
    page_words: string;
    page_read_at: number | null;
    page_deadline: number | null;
    item_id: string | null;
    clock_ids_json: string;
    operator_id: string;
  };
  facts: {
    id: string;
    case_id: string;
    text: string;
    happened: string;
    position: number;
    confirmed_by: string | null;
    confirmed_at: number | null;
    created_at: number;
  };
  citations: {
    id: string;
    fact_id: string;
    item_id: string;
    page: number | null;
    region_json: string | null;
    note: string;
    position: number;
  };
  statements: {
    id: string;
    case_id: string;
    document: string;
    language: string;
    title: string;
    sections_json: string;
    version: number;
    saved_at: number;
  };
  packets: {
    id: string;
    case_id: string;
    number: number;
    language: string;
    frozen_at: number;
    folder: string;
    has_originals: number;
    pages: number;
    fields_json: string;
    order_numbers_json: string;
    operator_id: string;
  };
  packet_files: { id: string; packet_id: string; part: string; path: string; sha256: string; size: number };
  attempts: {
    id: string;
    store_id: string;
    scenario_id: string;
    order_number: string;
    state: string;
    made_by_kind: string;
    case_id: string | null;
    submission_id: string | null;
    made_by: string;
    made_at: number | null;
    sent_text: string;
    platform_number: string;
    result: string;
    item_ids_json: string;
    settled_note: string;
    corrected_reason: string;
    created_at: number;
    /** The number of what it was about, where it was filed elsewhere; empty: that of its case. */
    matter_number: string;
    matter_key: string;
    /** Which chance of its case it is of: what is filed again after a final answer uses another. */
    chance: number;
  };
  submissions: {
    id: string;
    case_id: string;
    packet_id: string;
    round: number;
    submitted_at: number;
    platform_number: string;
    receipt_item_id: string | null;
    order_numbers_json: string;
    operator_id: string;
    corrected_at: number | null;
    correction_reason: string;
  };
  decisions: {
    id: string;
    case_id: string;
    submission_id: string | null;
    outcome: string;
    decided_at: number;
    reason: string;
    item_id: string | null;
    operator_id: string;
    page_words: string;
    page_read_at: number | null;
    page_deadline: number | null;
  };
  effect_ticks: {
    id: string;
    case_id: string;
    effect_id: string;
    state: string;
    seen_on: string | null;
    item_id: string | null;
    note: string;
  };
  clocks: {
    id: string;
    case_id: string;
    spec_id: string;
    owner: string;
    started_at: number;
    look_at: number;
    due_at: number;
    title_json: string;
    says_json: string;
    computed_json: string;
    sources_json: string;
    stopped_at: number | null;
    /** How it reminds; null where it does as usual. */
    plan_json: string | null;
    /** Whom it waits for; null for all but `theirs`, and for those of before anybody wrote it down. */
    awaits: string | null;
    /** Why somebody ended it by hand; empty for all others. */
    stop_reason: string;
  };
  /** What was saved before it vanished, or why it is not to be had: of a clock, or of a link in a text. */
  captures: {
    id: string;
    case_id: string;
    clock_id: string | null;
    link_item_id: string | null;
    item_id: string | null;
    reason: string;
    captured_at: number;
    operator_id: string;
    /** Which link of the text; null for a clock, and for the only one of a text of before several were kept. */
    link_id: string | null;
  };
  /** A text that was taken in and leads to something that may be gone tomorrow. */
  evidence_links: {
    id: string;
    item_id: string;
    address: string;
  };
  /** How often a shop's back office is looked into, where it is not as often as usual; `every_days` null: as usual. */
  look_up_plans: {
    id: string;
    store_id: string;
    kind: string;
    every_days: number | null;
    off: number;
  };
  looks: {
    id: string;
    store_id: string;
    kind: string;
    looked_at: number;
    found: string;
    operator_id: string;
  };
  /** Each decision stays; the newest of an order counts. */
  ship_decisions: {
    id: string;
    store_id: string;
    order_number: string;
    decision: string;
    reason: string;
    decided_at: number;
    operator_id: string;
  };
  /** The due work of the scheduler, derived from the clocks and, under an id of their own as `clock_id`, from rounds. */
  reminders: {
    id: string;
    clock_id: string;
    step: string;
    due_at: number;
    /** What the plan says; `fires_at` is later where somebody put it off. */
    planned_at: number;
    fires_at: number;
    appeared_at: number | null;
    claimed_at: number | null;
    shown_at: number | null;
    seen_at: number | null;
    ended_at: number | null;
  };
  /** How often what a calendar shows of a clock or a round has changed; derived. A round is of no case: its `case_id` is empty. */
  calendar_entries: {
    clock_id: string;
    case_id: string;
    sequence: number;
    changed_at: number;
    /** What was shown last: it stays when the clock is gone. */
    shape_json: string;
    cancelled: number;
  };
  /** The days whose digest was said. */
  digests: {
    day: string;
    claimed_at: number;
  };
  /** Shifts that were handed over. `page_json` is the page as it was then; `waits` 0: a note that nobody has to take. */
  handovers: {
    id: string;
    from_operator_id: string;
    to_operator_id: string | null;
    span_from: number;
    span_until: number;
    next_until: number;
    note: string;
    page_json: string;
    made_at: number;
    waits: number;
    acknowledged_by: string | null;
    acknowledged_at: number | null;
    answer: string;
  };
  journal: {
    sequence: number;
    at: number;
    zone: string;
    operator_id: string | null;
    act: string;
    case_id: string | null;
    rows: number;
    permanent: number;
    undoes: number | null;
    payload_hash: string;
    previous_hash: string;
    hash: string;
  };
  journal_payloads: { sequence: number; part: number; payload_json: string };
  custody_events: {
    sequence: number;
    at: number;
    zone: string;
    operator_id: string | null;
    item_id: string | null;
    act: string;
    sha256: string | null;
    detail_json: string;
    previous_hash: string;
    hash: string;
  };
  search_documents: {
    id: number;
    kind: string;
    ref_id: string;
    case_id: string | null;
    title: string;
    detail: string;
  };
}

export type TableName = keyof Tables;

/**
 * Tables whose rows the journal keeps before and after each act, so that undo can restore them byte for byte.
 *
 * Left out are the journals themselves, the search index, reminders and calendar entries (derived), the digests that were
 * said, blobs (the vault's own list) and bulk-imported orders, whose prior versions lie in `order_versions` under the
 * import's id.
 */
export const JOURNALED_TABLES = [
  'operators',
  'clients',
  'stores',
  'order_imports',
  'evidence_items',
  'cases',
  'notices',
  'unopened_notices',
  'case_orders',
  'case_answers',
  'case_evidence',
  'requirement_ticks',
  'asks',
  'opening_hours',
  'contacts',
  'campaigns',
  'case_events',
  'facts',
  'citations',
  'statements',
  'packets',
  'packet_files',
  'attempts',
  'submissions',
  'decisions',
  'effect_ticks',
  'clocks',
  'pack_editions',
  'pack_updates',
  'own_readings',
  'reading_choices',
  'calendar_years',
  'captures',
  'evidence_links',
  'look_up_plans',
  'looks',
  'ship_decisions',
  'handovers',
] as const satisfies readonly TableName[];

export type JournaledTable = (typeof JOURNALED_TABLES)[number];
