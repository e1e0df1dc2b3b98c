import { Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AnswerValue } from '../../../shared/cases/index.ts';
import { writeAmount } from '../../../shared/orders/index.ts';
import type { FactDefinition, KnownFact } from '../../../shared/rulebook/index.ts';
import { ActButton, NumberField, useText, useZone, type Hotkey } from '../../ui/index.ts';
import { dayOf, instantOf } from '../attempts/index.ts';
import { AmountField } from './amount-field.tsx';
import { FactGroundNote } from './fact-ground.tsx';
import { typedAmount } from './typed-amount.ts';

interface QuestionCardProps {
  readonly question: FactDefinition;
  readonly value: AnswerValue;
  readonly busy: boolean;
  /** What is known of it beside the answer; left out where nothing is. */
  readonly known?: Pick<KnownFact, 'value' | 'ground' | 'given'> | undefined;
  /** Where the screen has another use for the usual key. */
  readonly saveKeys?: Hotkey;
  readonly onAnswer: (value: AnswerValue) => void;
}

/** One question of the check, the way its answer is given, and why it is asked. */
export function QuestionCard(props: QuestionCardProps) {
  const { question, known } = props;
  const t = useText();
  return (
    <div className="question">
      {question.type === 'boolean' || question.type === 'choice' ? null : (
        <div className="question-text">{t.pick(question.question)}</div>
      )}
      <Answer {...props} />
      {known === undefined ? null : <FactGroundNote known={known} />}
      <details className="question-why">
        <summary>{t('cases:check.why')}</summary>
        <p>{t.pick(question.why)}</p>
      </details>
    </div>
  );
}

function Answer(props: QuestionCardProps) {
  const { question, value, onAnswer } = props;
  const t = useText();
  // What was just chosen shows at once; it gives way when the stored answer becomes another one.
  const [picked, setPicked] = useState<{ readonly id: string; readonly over: AnswerValue } | null>(null);
  const label = t.pick(question.question);
  if (question.type === 'boolean' || question.type === 'choice') {
    const options =
      question.type === 'boolean'
        ? [
            { id: 'yes', label: t('cases:check.answer.yes') },
            { id: 'no', label: t('cases:check.answer.no') },
          ]
        : question.options.map((option) => ({ id: option.id, label: t.pick(option.label) }));
    const stored =
      typeof value === 'boolean' ? (value ? 'yes' : 'no') : typeof value === 'string' ? value : '';
    return (
      <Radio.Group
        label={label}
        labelProps={{ className: 'question-text' }}
        value={picked !== null && picked.over === value ? picked.id : stored}
        onChange={(id) => {
          setPicked({ id, over: value });
          if (question.type !== 'boolean') onAnswer(id === '' ? null : id);
          else onAnswer(id === 'yes' ? true : id === 'no' ? false : null);
        }}
      >
        <div
          className={question.type === 'boolean' ? 'form-row form-row-tight' : 'form-stack answer-options'}
        >
          {options.map((option) => (
            <Radio size="xs" key={option.id} value={option.id} label={option.label} />
          ))}
          <Radio size="xs" value="" label={t('cases:check.answer.unknown')} />
        </div>
      </Radio.Group>
    );
  }
  return <WrittenAnswer key={String(value)} {...props} />;
}

function WrittenAnswer({ question, value, busy, saveKeys = 'mod+enter', onAnswer }: QuestionCardProps) {
  const t = useText();
  const zone = useZone();
  const label = t.pick(question.question);
  const [written, setWritten] = useState(() => asWritten(question, value, zone));
  const [count, setCount] = useState<number | null | undefined>(typeof value === 'number' ? value : null);
  /** Undefined: what stands there is no answer to the question. */
  const read = (): AnswerValue | undefined => {
    switch (question.type) {
      case 'count':
        return count;
      case 'money':
        return typedAmount(written, question.currency);
      case 'instant':
        return written === '' ? null : instantOf(`${written}T00:00`, zone);
      default:
        return written === '' ? null : written;
    }
  };
  const answer = read();
  const isNothing = answer === undefined || (answer === null && value === null);
  return (
    <form
      className="form-row form-row-tight form-row-answer"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isNothing) onAnswer(answer);
      }}
    >
      {question.type === 'count' ? (
        <NumberField aria-label={label} min={0} max={1_000_000} value={count} onChange={setCount} />
      ) : question.type === 'money' ? (
        <AmountField
          aria-label={label}
          currency={question.currency}
          leftSection={<span className="ad-hint">{question.currency}</span>}
          leftSectionWidth={48}
          value={written}
          onChange={setWritten}
        />
      ) : (
        <TextInput
          aria-label={label}
          type={question.type === 'instant' ? 'date' : 'text'}
          value={written}
          maxLength={400}
          onChange={(event) => setWritten(event.currentTarget.value)}
        />
      )}
      <ActButton
        act="save"
        keys={saveKeys}
        whileTyping
        of={label}
        type="submit"
        variant="default"
        loading={busy}
        disabled={isNothing}
      >
        {t('cases:check.answer.save')}
      </ActButton>
    </form>
  );
}

/** An answer as it is typed. */
function asWritten(question: FactDefinition, value: AnswerValue, zone: string): string {
  if (value === null || typeof value === 'boolean') return '';
  if (typeof value === 'string') return value;
  if (question.type === 'money') return writeAmount(value, question.currency);
  return question.type === 'instant' ? dayOf(value, zone) : String(value);
}
