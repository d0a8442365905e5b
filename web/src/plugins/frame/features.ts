// The same list as src/Host/PluginUi/FrameFeatures.cs; a test compares them.
const names = `
accelerometer ambient-light-sensor aria-notify attribution-reporting autoplay bluetooth browsing-topics camera
captured-surface-control clipboard-read clipboard-write compute-pressure controlled-frame cross-origin-isolated
deferred-fetch deferred-fetch-minimal digital-credentials-create digital-credentials-get direct-sockets display-capture
encrypted-media execution-while-not-rendered execution-while-out-of-viewport focus-without-user-activation fullscreen
gamepad geolocation gyroscope hid identity-credentials-get idle-detection join-ad-interest-group keyboard-map
language-detector language-model local-fonts local-network local-network-access loopback-network magnetometer manual-text
media-playback-while-not-visible microphone midi mediasession on-device-speech-recognition otp-credentials payment
picture-in-picture private-aggregation private-state-token-issuance private-state-token-redemption
publickey-credentials-create publickey-credentials-get record-ad-auction-events rewriter run-ad-auction screen-wake-lock
serial shared-storage shared-storage-select-url smart-card speaker-selection storage-access summarizer sync-xhr translator
unload usb usb-unrestricted vertical-scroll web-app-installation web-share window-management writer xr-spatial-tracking`;

export const frameFeatures: readonly string[] = names.trim().split(/\s+/);

/** The `allow` attribute that gives a frame none of them. */
export const allowNothing = frameFeatures.map((name) => `${name} 'none'`).join("; ");
