import { SafeMarkdown } from '../../components/SafeMarkdown';

/** A text that its author formatted. @internal */
export function MarkdownText({ text }: { text: string }) {
  return <SafeMarkdown content={text} />;
}
