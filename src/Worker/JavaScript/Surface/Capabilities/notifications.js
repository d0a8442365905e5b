// ui.notification
define(globalThis, "notifications", {
  show: (message) => ask("notification.show", () => ({ text: checkedText(message, 200) })),
});
