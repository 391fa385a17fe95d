import { ProxiedSignInPage, SignInPage } from '@backstage/core-components';
import { IdentityApi } from '@backstage/core-plugin-api';
import { SignInPageProps } from '@backstage/plugin-app-react';
import { useEffect, useMemo, useState } from 'react';
import { forgetPersona, rememberedPersona, rememberPersona } from './persona';
import { PersonaPage } from './PersonaPage';
import { usePersonas } from './usePersonas';

/** Signs in as the persona chosen, or asks for one. @internal */
export function PersonaSignInPage(props: SignInPageProps) {
  const [persona, setPersona] = useState(rememberedPersona);
  const [failed, setFailed] = useState<string>();
  if (!persona) {
    return (
      <ChoosePersona
        {...props}
        failed={failed}
        onChoose={ref => {
          rememberPersona(ref);
          setPersona(ref);
        }}
      />
    );
  }
  return (
    <SignInAs
      {...props}
      persona={persona}
      onFailed={() => {
        forgetPersona();
        setFailed(persona);
        setPersona(undefined);
      }}
    />
  );
}

function ChoosePersona(
  props: SignInPageProps & { failed?: string; onChoose(ref: string): void },
) {
  const { failed, onChoose, ...signIn } = props;
  const { value, error, retry } = usePersonas();
  if (value === 'none') {
    return <SignInPage {...signIn} providers={['guest']} />;
  }
  return (
    <PersonaPage
      personas={value}
      unreachable={Boolean(error)}
      failed={failed}
      onRetry={retry}
      onChoose={onChoose}
    />
  );
}

function SignInAs(
  props: SignInPageProps & { persona: string; onFailed(): void },
) {
  const { persona, onFailed, onSignInSuccess } = props;
  const ErrorComponent = useMemo(
    () =>
      function SignInFailed() {
        useEffect(() => onFailed());
        return null;
      },
    // The first callback is as good as the last: it only resets this page.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [],
  );
  return (
    <ProxiedSignInPage
      provider="persona"
      headers={{ 'x-persona': persona }}
      ErrorComponent={ErrorComponent}
      onSignInSuccess={identity =>
        onSignInSuccess(forgettingAtSignOut(identity))
      }
    />
  );
}

function forgettingAtSignOut(identity: IdentityApi): IdentityApi {
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    signOut: async () => {
      forgetPersona();
      await identity.signOut();
    },
  };
}
