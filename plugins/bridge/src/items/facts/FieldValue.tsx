import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { Language, WorkflowField } from '@techbridge/plugin-bridge-common';
import { lazy, Suspense } from 'react';
import { useClock } from '../../api/useClock';
import type { TitleOf } from '../../api/useTitles';
import { formatDate } from '../../components/formatDate';
import { formatMoment } from '../../components/formatTime';
import { ItemLink } from '../../components/ItemLink';
import { later } from '../../components/later';
import { useLanguage } from '../../components/useLanguage';
import { itemsTranslationRef } from '../../translation/items';
import { Picture } from '../Picture';
import {
  isEmpty,
  isPicture,
  isReference,
  isRows,
  isWebAddress,
} from './values';

const MarkdownText = lazy(() =>
  import('./MarkdownText').then(text => ({ default: text.MarkdownText })),
);

const RowTable = later(async () => (await import('./RowTable')).RowTable);

const useStyles = makeStyles(theme => ({
  text: { whiteSpace: 'pre-wrap', maxWidth: '72ch', lineHeight: 1.6 },
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
  refs: { margin: 0, padding: 0, listStyle: 'none' },
}));

/** What draws a value, and how people are called in it. @internal */
export interface FieldValueProps {
  field?: WorkflowField;
  value: unknown;
  titleOf: TitleOf;
}

/** A value of an item as its field says it is to be read. @internal */
export function FieldValue(props: FieldValueProps) {
  const { field, value } = props;
  const language = useLanguage();
  const { t } = useTranslationRef(itemsTranslationRef);
  if (field?.parts && isRows(value)) {
    return (
      <RowTable
        field={field}
        rows={value}
        cellOf={(part, inner) => (
          <FieldValue {...props} field={part} value={inner} />
        )}
      />
    );
  }
  if (Array.isArray(value)) {
    return <ListValue {...props} values={value} />;
  }
  if (typeof value === 'object' && value !== null) {
    return <GroupValue {...props} parts={value} />;
  }
  const option = field?.options[String(value)];
  if (option) {
    return <>{option[language]}</>;
  }
  if (typeof value === 'boolean') {
    return <>{value ? t('facts.yes') : t('facts.no')}</>;
  }
  if (typeof value === 'number') {
    return <>{numberIn(language, value)}</>;
  }
  return <TextValue {...props} text={String(value)} />;
}

function numberIn(language: Language, value: number): string {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  return new Intl.NumberFormat(locale).format(value);
}

function ListValue(props: FieldValueProps & { values: unknown[] }) {
  const { values, ...others } = props;
  const classes = useStyles();
  const language = useLanguage();
  const numbers = values.filter(value => typeof value === 'number');
  if (numbers.length === values.length) {
    return <>{numbers.map(value => numberIn(language, value)).join(' · ')}</>;
  }
  return (
    <ul className={values.every(isReference) ? classes.refs : classes.list}>
      {values.map((value, index) => (
        // Values may repeat and never move.
        // eslint-disable-next-line react/no-array-index-key
        <li key={index}>
          <FieldValue {...others} value={value} />
        </li>
      ))}
    </ul>
  );
}

function GroupValue(props: FieldValueProps & { parts: object }) {
  const { parts, titleOf } = props;
  return (
    <ul className={useStyles().refs}>
      {Object.entries(parts)
        .filter(([, value]) => !isEmpty(value))
        .map(([name, value]) => (
          <li key={name}>
            {`${name}: `}
            <FieldValue value={value} titleOf={titleOf} />
          </li>
        ))}
    </ul>
  );
}

function TextValue(props: FieldValueProps & { text: string }) {
  const { field, text, titleOf } = props;
  const classes = useStyles();
  const language = useLanguage();
  const clock = useClock();
  const linkTo = useEntityRefLink();
  if (isPicture(text)) {
    return <Picture source={text} />;
  }
  if (isReference(text)) {
    return <Link to={linkTo(text)}>{titleOf(text)}</Link>;
  }
  if (field?.format === 'item-key') {
    return <ItemLink itemKey={text} />;
  }
  if (isWebAddress(text)) {
    return <Link to={text}>{text}</Link>;
  }
  if (field?.format === 'markdown') {
    return (
      <Suspense fallback={<div className={classes.text}>{text}</div>}>
        <MarkdownText text={text} />
      </Suspense>
    );
  }
  if (field?.format?.startsWith('date') && !Number.isNaN(Date.parse(text))) {
    return (
      <>
        {field.format === 'date'
          ? formatDate(text, language)
          : formatMoment(text, language, clock?.timeZone)}
      </>
    );
  }
  return <div className={classes.text}>{text}</div>;
}
