import type { Language } from '../../../shared/kernel/fields.ts';
import {
  exhibitLabel,
  planUploadKit,
  type FileLimits,
  type KitField,
  type KitFile,
  type KitGroup,
  type KitSlot,
  type SourcedLimit,
  type UploadKitPlan,
} from '../../../shared/packets/index.ts';
import type { Bilingual, FormField, RuledLimit } from '../../../shared/rulebook/index.ts';
import { createTranslator } from '../../../shared/i18n/index.ts';
import { plainStatement, type CaseMaterial } from './gather.ts';

/** The kit, and the fields whose text stands ready to copy. */
export interface PlannedKit {
  readonly plan: UploadKitPlan;
  readonly fields: readonly (KitField & { readonly label: Bilingual })[];
}

/** Plans what the platform's form takes: a folder an order, in it a folder a voucher, in it the originals as they came. */
export function planKit(material: CaseMaterial, language: Language): PlannedKit {
  const t = createTranslator(language);
  const fields = material.formFields
    .filter((field) => field.fills !== 'vouchers')
    .map((field) => ({
      fieldId: field.id,
      label: field.label,
      title: t.pick(field.label),
      text: fillField(field, material, t.pick),
      limit: sourced(field.limits.characters),
    }));
  const plan = planUploadKit({
    language,
    nameStyle: 'utf8',
    groups: kitGroups(material, language, t.pick, t('core:kit.other')),
    fields,
    limits: voucherLimits(material.formFields),
  });
  return { plan, fields };
}

type Pick = (text: Bilingual) => string;

function fillField(field: FormField, material: CaseMaterial, pick: Pick): string {
  switch (field.fills) {
    case 'scene':
      return field.choice ?? pick(material.scenario.title);
    case 'order-number':
      return material.contested.map((order) => order.orderNumber).join('\n');
    case 'buyer':
      return material.found.buyer_name;
    case 'statement':
      return plainStatement(material.statement);
    case 'plan':
      return plainStatement(material.plan);
    case 'vouchers':
      return '';
  }
}

/**
 * The folders of the kit. Where each order has vouchers of its own, each contested order has its own, and what serves the
 * whole case stands once; else every order takes what was ticked for the case.
 */
function kitGroups(material: CaseMaterial, language: Language, pick: Pick, other: string): KitGroup[] {
  const files = new Map(
    material.exhibits.map(({ itemId, exhibitNumber, item }): [string, KitFile] => [
      itemId,
      {
        name: item.fileName,
        mediaType: item.mediaType,
        bytes: item.size,
        sha256: item.sha256,
        exhibit: exhibitLabel(exhibitNumber, 'number', language),
      },
    ]),
  );
  const placed = new Set<string>();
  const slot = (slotId: string, title: string, itemIds: readonly string[]): KitSlot[] => {
    const slotFiles = itemIds.flatMap((itemId) => {
      placed.add(itemId);
      return files.get(itemId) ?? [];
    });
    return slotFiles.length === 0 ? [] : [{ slotId, title, files: slotFiles, limits: null }];
  };
  const titles = new Map(material.coverage.requirements.map(({ id, title }) => [id, pick(title)]));
  const byOrder = material.coverage.orders
    .filter((order) => material.contested.some((each) => each.orderNumber === order.orderNumber))
    .map(({ orderNumber, items }): KitGroup => ({
      orderNumber,
      slots: items
        .filter((item) => item.state === 'met')
        .flatMap((item) => slot(item.requirementId, titles.get(item.requirementId) ?? '', item.itemIds)),
    }));
  const ofCase = material.coverage.items.flatMap((item) =>
    slot(item.requirementId, pick(item.title), item.itemIds),
  );
  // Exhibits ticked for none come last.
  const rest = [...files].filter(([itemId]) => !placed.has(itemId)).map(([, file]) => file);
  const whole =
    rest.length === 0 ? ofCase : [...ofCase, { slotId: 'other', title: other, files: rest, limits: null }];
  if (material.coverage.orders.length === 0)
    return material.contested.map((order) => ({ orderNumber: order.orderNumber, slots: whole }));
  return whole.length === 0 ? byOrder : [...byOrder, { orderNumber: null, slots: whole }];
}

function voucherLimits(fields: readonly FormField[]): FileLimits {
  const field = fields.find((candidate) => candidate.fills === 'vouchers');
  if (field === undefined) return { types: null, bytesEach: null, bytesTotal: null, count: null };
  return {
    types: sourced(field.limits.fileTypes),
    bytesEach: sourced(field.limits.bytesEach),
    bytesTotal: sourced(field.limits.bytesTotal),
    count: sourced(field.limits.files),
  };
}

function sourced<Value>(limit: RuledLimit<Value> | null): SourcedLimit<Value> | null {
  return limit === null ? null : { value: limit.value, source: limit.ruleId };
}
