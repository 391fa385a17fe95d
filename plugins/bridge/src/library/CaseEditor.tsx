import { Progress } from '@backstage/core-components';
import { alertApiRef, useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Case } from '@techbridge/plugin-bridge-common';
import { useCallback, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { asBridgeError } from '../api/asBridgeError';
import { bridgeApiRef } from '../api/bridgeApiRef';
import { useCommand } from '../api/useCommand';
import { useMe } from '../api/useMe';
import { PageFrame } from '../components/PageFrame';
import { useDraft } from '../components/useDraft';
import { useLanguage } from '../components/useLanguage';
import { useSubmit } from '../components/useSubmit';
import { caseRouteRef, casesRouteRef } from '../routes';
import { libraryTranslationRef } from '../translation/library';
import { termsTranslationRef } from '../translation/terms';
import { CaseError } from './CaseError';
import { CaseForm } from './CaseForm';
import { caseInputOf, caseValuesOf, sameValues } from './caseValues';
import { NotEditable } from './NotEditable';
import { refOfSystem } from '../components/refOfSystem';
import { useCaseTemplate } from './useCaseTemplate';

const CONFLICTS = ['changed-meanwhile', 'item-changed'];

/** Begins a case. @internal */
export function NewCasePage() {
  const me = useMe();
  return me ? <NewCase key={me.ref} user={me.ref} /> : <Progress />;
}

function NewCase({ user }: { user: string }) {
  const { t } = useTranslationRef(libraryTranslationRef);
  const api = useApi(bridgeApiRef);
  const navigate = useNavigate();
  const listPath = useRouteRef(casesRouteRef)();
  const announce = useAnnouncement();
  const language = useLanguage();
  const body = useCaseTemplate();
  const system = useSearchParams()[0].get('system');
  const systems = system ? [refOfSystem(system)] : [];
  const values = { title: '', systems, language, body };
  const start = { revision: 0, values };
  const draft = useDraft(draftKey(user, 'new'), start, sameValues);
  const create = useCommand(
    (input: Parameters<typeof api.createCase>[0], options) =>
      api.createCase(input, options),
  );
  const { busy, error, submit } = useSubmit(async () => {
    const made = await create(caseInputOf(draft.values));
    draft.forget();
    announce(made, t('form.created', { key: made.key }));
  }, asBridgeError);
  return (
    <CaseForm
      title={t('form.newTitle')}
      submitLabel={t('form.create')}
      draft={draft}
      busy={busy}
      error={error}
      onSubmit={submit}
      onCancel={() => navigate(listPath)}
    />
  );
}

/** Edits a case, from its newest revision. @internal */
export function EditCasePage() {
  const { id = '' } = useParams();
  const api = useApi(bridgeApiRef);
  const me = useMe();
  const { value, error, retry } = useAsyncRetry(
    () => api.getCase(id),
    [api, id],
  );
  if (value && me) {
    return value.mayEdit ? (
      <EditCase key={value.id} found={value} user={me.ref} />
    ) : (
      <NotEditable found={value} />
    );
  }
  return error ? (
    <PageFrame title={id.toLocaleUpperCase('en-US')}>
      <CaseError error={asBridgeError(error)} onRetry={retry} />
    </PageFrame>
  ) : (
    <Progress />
  );
}

function EditCase({ found, user }: { found: Case; user: string }) {
  const { id, key, revision } = found;
  const { t } = useTranslationRef(libraryTranslationRef);
  const { t: term } = useTranslationRef(termsTranslationRef);
  const api = useApi(bridgeApiRef);
  const navigate = useNavigate();
  const path = useRouteRef(caseRouteRef)({ id });
  const announce = useAnnouncement();
  const [newest, setNewest] = useState<Case>();
  const start = { revision, values: caseValuesOf(found) };
  const draft = useDraft(draftKey(user, id), start, sameValues);
  const saving = useSubmit(async () => {
    const { values, revision: seen, rebase } = draft;
    const input = { ...caseInputOf(values), revision: seen };
    try {
      const saved = await api.updateCase(id, input);
      draft.forget();
      announce(saved, t('form.saved', { key }));
    } catch (error) {
      if (CONFLICTS.includes(asBridgeError(error).code)) {
        const current = await api.getCase(id);
        setNewest(current);
        rebase(current.revision);
      }
      throw error;
    }
  }, asBridgeError);
  return (
    <CaseForm
      {...saving}
      title={t('form.editTitle', { key })}
      submitLabel={term('save')}
      draft={draft}
      newest={newest}
      onSubmit={saving.submit}
      onCancel={() => navigate(path)}
    />
  );
}

/** Says that a case is saved, and shows it. */
function useAnnouncement() {
  const alertApi = useApi(alertApiRef);
  const navigate = useNavigate();
  const pathOf = useRouteRef(caseRouteRef);
  return useCallback(
    (saved: Case, message: string) => {
      alertApi.post({ message, severity: 'success', display: 'transient' });
      navigate(pathOf({ id: saved.id }), { replace: true });
    },
    [alertApi, navigate, pathOf],
  );
}

function draftKey(user: string, id: string): string {
  return `bridge.case-draft:${user}:${id}`;
}
