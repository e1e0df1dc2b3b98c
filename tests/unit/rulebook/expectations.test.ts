import { describe, expect, it } from 'vitest';
import { chancesIn, differences, endsIn, expected, wordsIn } from '../../helpers/rule-expectations.ts';
import { compileShipped } from './shipped-packs.ts';

const { rulebook } = compileShipped();

describe('what is written down of every pack', () => {
  it('are the words of each span and each number of chances', () => {
    expect(differences(expected('words'), wordsIn(rulebook))).toEqual([]);
  });

  it('are the ends of every reading of every clock that starts before a long run of days off', () => {
    expect(differences(expected('ends'), endsIn(rulebook))).toEqual([]);
  });

  it('is what each scene counts its chances by', () => {
    expect(differences(expected('chances'), chancesIn(rulebook))).toEqual([]);
  });
});
