import type { Language } from '../../../shared/kernel/fields.ts';
import {
  exhibitLabel,
  planUploadKit,
  type FileLimits,
  type KitField,
  type KitFile,
  type KitSlot,
  type SourcedLimit,
  type UploadKitPlan,
} from '../../../shared/packets/index.ts';
import type { Bilingual, FormField } from '../../../shared/rulebook/index.ts';
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
      limit: sourced(field.limits.characters, field),
    }));
  const slots = voucherSlots(material, language, t.pick, t('core:kit.other'));
  const plan = planUploadKit({
    language,
    nameStyle: 'utf8',
    groups: material.orders.map((order) => ({ orderNumber: order.orderNumber, slots })),
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
      return material.orders.map((order) => order.orderNumber).join('\n');
    case 'buyer':
      return material.found.buyer_name;
    case 'statement':
      return plainStatement(material.statement);
    case 'vouchers':
      return '';
  }
}

/** What was ticked for each requirement, in the order the scene asks for it; exhibits ticked for none come last. */
function voucherSlots(material: CaseMaterial, language: Language, pick: Pick, other: string): KitSlot[] {
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
  const slots = material.coverage.items.flatMap((item): KitSlot[] => {
    const slotFiles = item.itemIds.flatMap((itemId) => {
      placed.add(itemId);
      return files.get(itemId) ?? [];
    });
    if (slotFiles.length === 0) return [];
    return [{ slotId: item.requirementId, title: pick(item.title), files: slotFiles, limits: null }];
  });
  const rest = [...files].filter(([itemId]) => !placed.has(itemId)).map(([, file]) => file);
  return rest.length === 0 ? slots : [...slots, { slotId: 'other', title: other, files: rest, limits: null }];
}

function voucherLimits(fields: readonly FormField[]): FileLimits {
  const field = fields.find((candidate) => candidate.fills === 'vouchers');
  if (field === undefined) return { types: null, bytesEach: null, bytesTotal: null, count: null };
  return {
    types: sourced(field.limits.fileTypes, field),
    bytesEach: sourced(field.limits.bytesEach, field),
    bytesTotal: sourced(field.limits.bytesTotal, field),
    count: sourced(field.limits.files, field),
  };
}

function sourced<Value>(value: Value | null, field: FormField): SourcedLimit<Value> | null {
  return value === null ? null : { value, source: field.rules.join(', ') };
}
