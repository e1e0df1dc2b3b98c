import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { describeError, isError, knownError } from '../../../renderer/api/errors.ts';
import { createTranslator } from '../../../shared/i18n/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';

const t = createTranslator('en');

describe('what went wrong is said in words, whatever boundary it crossed', () => {
  it('knows an error of the core by its code and fills in its details', () => {
    const error = new ORPCError('DUPLICATE_CASE', { data: { params: { caseNumber: '2026-001' } } });
    expect(isError(error, 'DUPLICATE_CASE')).toBe(true);
    expect(describeError(error, t)).toContain('2026-001');
  });

  it('knows an error of a job, which is plain data', () => {
    expect(knownError({ code: 'OUT_OF_SPACE', params: {} }).code).toBe('OUT_OF_SPACE');
  });

  it('says more where the reason is known', () => {
    const empty = describeError(new AppError('INVALID_FILE', { reason: 'empty' }), t);
    expect(empty).toContain('0 bytes');
    expect(describeError(new AppError('INVALID_FILE', { reason: 'never-heard-of' }), t)).toBe(
      t('errors:INVALID_FILE'),
    );
  });

  it('takes a broken line for what it is', () => {
    expect(knownError(new Error('Cannot send message, WebSocket is not open.')).code).toBe('CORE_STOPPED');
  });

  it('never shows the text of an unknown error', () => {
    const error = new ORPCError('SOMETHING_ELSE', { message: 'at /home/user/secret.ts:12' });
    expect(describeError(error, t)).toBe(t('errors:INTERNAL'));
  });

  it('has no error where there is none', () => {
    expect(isError(null, 'CONFLICT')).toBe(false);
  });
});
