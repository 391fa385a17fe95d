import Button from '@material-ui/core/Button';
import { ChangeEvent, ReactNode, useRef } from 'react';

/** A button that lets the reader choose files. @internal */
export function FileButton(props: {
  label: string;
  icon?: ReactNode;
  input: { accept: string; capture?: 'environment'; multiple?: boolean };
  onAdd(files: File[]): void;
}) {
  const { label, icon, input, onAdd } = props;
  const field = useRef<HTMLInputElement>(null);
  const change = ({ target }: ChangeEvent<HTMLInputElement>) => {
    onAdd([...(target.files ?? [])]);
    // The same file may be chosen again.
    target.value = '';
  };
  return (
    <>
      <input ref={field} hidden type="file" onChange={change} {...input} />
      <Button
        size="small"
        color="primary"
        startIcon={icon}
        onClick={() => field.current?.click()}
      >
        {label}
      </Button>
    </>
  );
}
