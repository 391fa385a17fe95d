import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { makeStyles } from '@material-ui/core/styles';
import FileIcon from '@material-ui/icons/AttachFile';
import CameraIcon from '@material-ui/icons/PhotoCameraOutlined';
import { FileButton } from '../../components/FileButton';
import { filesTranslationRef } from '../../translation/files';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

const ACCEPTED =
  'image/jpeg,image/png,image/webp,image/heic,image/heif,.pdf,.docx,.xlsx,.pptx,.csv,.txt';

interface AddFilesProps {
  onAdd(files: File[]): void;
}

/** Adds files from the disk; where one touches the screen, also a photo. @internal */
export function AddFiles({ onAdd }: AddFilesProps) {
  const { t } = useTranslationRef(filesTranslationRef);
  const hasCamera = useMediaQuery('(pointer: coarse)');
  return (
    <div className={useStyles().root}>
      {hasCamera && (
        <FileButton
          {...{ onAdd, icon: <CameraIcon />, label: t('camera') }}
          input={{ accept: 'image/*', capture: 'environment' }}
        />
      )}
      <FileButton
        {...{ onAdd, icon: <FileIcon />, label: t('add') }}
        input={{ accept: ACCEPTED, multiple: true }}
      />
    </div>
  );
}
