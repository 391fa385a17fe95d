import { MarkdownContent } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { isDrawable } from './isDrawable';
import { ownPicture } from './ownPicture';

const useStyles = makeStyles({
  // What cannot be drawn can still be read.
  plain: {
    margin: 0,
    fontFamily: 'inherit',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

/**
 * Markdown that anybody may have written. HTML in it is sanitized, so that
 * nothing of it is executed; pictures of other hosts are not fetched, and a
 * text that would freeze the browser is shown as it was typed.
 *
 * @internal
 */
export function SafeMarkdown(props: { content: string; className?: string }) {
  const { content, className } = props;
  const classes = useStyles();
  return isDrawable(content) ? (
    <MarkdownContent
      className={className}
      content={content}
      transformImageUri={ownPicture}
    />
  ) : (
    <pre className={classes.plain}>{content}</pre>
  );
}
