import type { LegalDate } from '../kernel/index.ts';
import type { ReadingValue, ValueOf } from './format/index.ts';
import type { CasePins, Reading, Rule } from './types.ts';

/** The day a rule is asked about: its own instant of the case, or the day of filing where that one is not known. */
export function dayFor(rule: Rule, pins: CasePins | null): LegalDate | undefined {
  return pins === null ? undefined : (pins[rule.instant] ?? pins.filing);
}

/**
 * The reading of a rule that acts for a case: of those in force on the case's day and in its region, the chosen one, or
 * the strictest where the chosen one is not among them. Without pins, the chosen one.
 *
 * @returns null where the rule says nothing for this case: not in force, another region, another way of shipping.
 */
export function actingReading(rule: Rule, pins: CasePins | null): Reading | null {
  if (pins === null) return rule.chosen;
  if (!isInForce(rule.effective, dayFor(rule, pins)) || !isIn(rule.regions, pins.region)) return null;
  if (
    pins.fulfilment !== undefined &&
    rule.fulfilment.length > 0 &&
    !rule.fulfilment.includes(pins.fulfilment)
  )
    return null;
  const standing = standingReadings(rule, pins);
  return standing.find((reading) => reading.id === rule.chosen.id) ?? standing[0] ?? null;
}

/** The readings of a rule that hold on the case's day and in its region, in the pack's order: the strictest first. */
export function standingReadings(rule: Rule, pins: CasePins | null): readonly Reading[] {
  if (pins === null) return rule.readings;
  const day = dayFor(rule, pins);
  return rule.readings.filter(
    (reading) => isInForce(reading.effective, day) && isIn(reading.regions, pins.region),
  );
}

/** The acting value of a kind, or null where the rule says nothing of that kind for this case. */
export function actingValue<Kind extends ReadingValue['kind']>(
  rule: Rule,
  kind: Kind,
  pins: CasePins | null,
): ValueOf<Kind> | null {
  const value = actingReading(rule, pins)?.value;
  return value?.kind === kind ? (value as ValueOf<Kind>) : null;
}

/** Whether a span of days holds a day, both ends included; any day where none is known. */
export function isInForce(
  effective: { readonly from: LegalDate | null; readonly to: LegalDate | null },
  day: LegalDate | undefined,
): boolean {
  if (day === undefined) return true;
  return (effective.from === null || effective.from <= day) && (effective.to === null || day <= effective.to);
}

/** A case whose region nobody named is held to every region's rules. */
function isIn(regions: readonly string[], region: string | undefined): boolean {
  return region === undefined || regions.length === 0 || regions.includes(region);
}
