import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import FileIcon from '@material-ui/icons/InsertDriveFileOutlined';
import Alert from '@material-ui/lab/Alert';
import type { Attachment, Item } from '@techbridge/plugin-bridge-common';
import { DragEvent, ReactNode, useState } from 'react';
import { asBridgeError } from '../../api/asBridgeError';
import { bridgeApiRef } from '../../api/bridgeApiRef';
import { useAttachments } from '../../api/useAttachments';
import { useClock } from '../../api/useClock';
import { errorSentence } from '../../components/errorSentence';
import { formatMoment } from '../../components/formatTime';
import { localName } from '../../components/localName';
import { mutedText } from '../../components/mutedText';
import { Panel } from '../../components/Panel';
import { saveFile } from '../../components/saveFile';
import { useLanguage } from '../../components/useLanguage';
import { useSubmit } from '../../components/useSubmit';
import { filesTranslationRef } from '../../translation/files';
import { AddFiles } from './AddFiles';
import { fileSize } from './fileSize';
import { PictureTile } from './PictureTile';
import { RemoveFile } from './RemoveFile';
import { UploadList } from './UploadList';
import { useUploads } from './useUploads';

const useStyles = makeStyles(theme => ({
  drop: {
    borderRadius: 8,
    outlineOffset: 4,
    outline: '2px dashed transparent',
  },
  over: { outlineColor: theme.palette.primary.main },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  pictures: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1.5),
    marginBottom: theme.spacing(1),
  },
  file: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(0.5),
    padding: theme.spacing(0.5, 0),
  },
  words: { flex: 1, minWidth: 0, maxWidth: 560 },
  // In line with the name, behind the icon.
  below: { paddingLeft: 29 },
  name: { textAlign: 'left', overflowWrap: 'anywhere', textTransform: 'none' },
  about: { color: mutedText(theme), fontSize: 12.5 },
}));

interface AttachmentsPanelProps {
  item: Item;
  onChanged(item: Item): void;
}

/** The photos and documents on an item, and adding some. @internal */
export function AttachmentsPanel({ item, onChanged }: AttachmentsPanelProps) {
  const { t } = useTranslationRef(filesTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const { value: files, error } = useAttachments(item);
  const uploads = useUploads(item, onChanged);
  return (
    <Panel title={t('title')} actions={<AddFiles onAdd={uploads.add} />}>
      <DropArea onDrop={uploads.add}>
        {error && (
          <Alert severity="error" role="alert">
            {t('loadFailed', { why: errorSentence(error, language) })}
          </Alert>
        )}
        {files?.length === 0 && (
          <Typography variant="body2">{t('none')}</Typography>
        )}
        {files && <FileLists {...{ item, onChanged, files }} />}
        <UploadList {...uploads} />
        <div className={classes.about}>{t('hint')}</div>
      </DropArea>
    </Panel>
  );
}

function DropArea(props: { onDrop(files: File[]): void; children: ReactNode }) {
  const classes = useStyles();
  const [over, setOver] = useState(false);
  const move = (event: DragEvent, isOver: boolean) => {
    // Otherwise the browser opens the file in place of the page.
    event.preventDefault();
    setOver(isOver);
  };
  return (
    <div
      className={`${classes.drop} ${over ? classes.over : ''}`}
      onDragOver={event => move(event, true)}
      onDragLeave={event => move(event, false)}
      onDrop={event => {
        move(event, false);
        props.onDrop([...event.dataTransfer.files]);
      }}
    >
      {props.children}
    </div>
  );
}

function FileLists(props: AttachmentsPanelProps & { files: Attachment[] }) {
  const { files, item } = props;
  const classes = useStyles();
  const pictures = files.filter(isPicture);
  const others = files.filter(file => !isPicture(file));
  return (
    <>
      {pictures.length > 0 && (
        <ul className={`${classes.list} ${classes.pictures}`}>
          {pictures.map(file => (
            <li key={file.id}>
              <PictureTile itemKey={item.key} attachment={file}>
                <FileLine {...props} attachment={file}>
                  {file.name}
                  <About attachment={file} />
                </FileLine>
              </PictureTile>
            </li>
          ))}
        </ul>
      )}
      <ul className={classes.list}>
        {others.map(file => (
          <li key={file.id}>
            <FileLine {...props} attachment={file}>
              <SaveButton itemKey={item.key} attachment={file} />
              <div className={classes.below}>
                <About attachment={file} />
              </div>
            </FileLine>
          </li>
        ))}
      </ul>
    </>
  );
}

function isPicture({ type }: Attachment): boolean {
  return type.startsWith('image/');
}

/** What is said of a file, and removing it. */
function FileLine(
  props: AttachmentsPanelProps & {
    attachment: Attachment;
    children: ReactNode;
  },
) {
  const classes = useStyles();
  return (
    <div className={classes.file}>
      <div className={classes.words}>{props.children}</div>
      {props.attachment.mayRemove && <RemoveFile {...props} />}
    </div>
  );
}

/** How large a file is, who attached it and when. */
function About({ attachment }: { attachment: Attachment }) {
  const { size, by, at } = attachment;
  const { t } = useTranslationRef(filesTranslationRef);
  const language = useLanguage();
  const clock = useClock();
  const words = t('about', {
    size: fileSize(size, language),
    person: localName(by.name, language),
    date: formatMoment(at, language, clock?.timeZone),
  });
  return <div className={useStyles().about}>{words}</div>;
}

function SaveButton(props: { itemKey: string; attachment: Attachment }) {
  const { itemKey, attachment } = props;
  const { id, name } = attachment;
  const { t } = useTranslationRef(filesTranslationRef);
  const language = useLanguage();
  const classes = useStyles();
  const api = useApi(bridgeApiRef);
  const { busy, error, submit } = useSubmit(
    async () => saveFile(name, await api.getAttachment(itemKey, id)),
    asBridgeError,
  );
  return (
    <>
      <Button
        size="small"
        color="primary"
        // The library's fails where the focus comes before it is ready, which
        // happens here: a file appears right behind what it was added by.
        disableFocusRipple
        className={classes.name}
        startIcon={<FileIcon />}
        aria-label={t('save', { name })}
        aria-disabled={busy}
        onClick={submit}
      >
        {name}
      </Button>
      {error && (
        <Alert severity="error" role="alert">
          {errorSentence(error, language)}
        </Alert>
      )}
    </>
  );
}
