import { MessagePage } from "../design/MessagePage";

export function NeedsHttpsPage() {
  const secure = `https://${location.host}${location.pathname}`;
  return (
    <MessagePage icon="shield" title="This page has to be opened over HTTPS">
      <p>
        Browsers give camera, microphone and encryption only to pages that come over HTTPS or from this same computer
        (http://localhost). Open the link with https:// in front; if that does not answer, whoever runs this host has to set up a
        certificate.
      </p>
      <div class="message-page__actions">
        <a class="button button--primary" href={secure}>
          Open over HTTPS
        </a>
      </div>
    </MessagePage>
  );
}
