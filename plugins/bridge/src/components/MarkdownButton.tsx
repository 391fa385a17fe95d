import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { termsTranslationRef } from '../translation/terms';
import { saveText } from './saveText';

/** Hands the reader an office document as a text file. @internal */
export function MarkdownButton(props: {
  /** Of the file, without its ending. */
  name: string;
  text: string;
}) {
  const { t: term } = useTranslationRef(termsTranslationRef);
  return (
    <Button
      size="small"
      onClick={() => saveText(`${props.name}.md`, props.text, 'text/markdown')}
    >
      {term('sheet.markdown')}
    </Button>
  );
}
