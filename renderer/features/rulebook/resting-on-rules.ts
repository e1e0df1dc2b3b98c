/** The features whose data rests on which rules act: what is fetched anew when that changes. */
export const RESTING_ON_RULES = [
  'rulebook',
  'cases',
  'requirements',
  'attempts',
  'packets',
  'drafting',
  'deadlines',
];
