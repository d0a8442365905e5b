import { HomePage } from "./home/HomePage";
import { InvalidRoomPage } from "./home/InvalidRoomPage";
import { isRoomName, routeOf } from "./home/roomName";
import { RoomPage } from "./room/RoomPage";
import { NeedsHttpsPage } from "./room/NeedsHttpsPage";
import { Toasts } from "./design/Toast";

export function App() {
  return (
    <>
      <Page />
      <Toasts />
    </>
  );
}

function Page() {
  const route = routeOf(location.pathname);
  if (route.page === "home") return <HomePage />;
  if (!isRoomName(route.room)) return <InvalidRoomPage asked={route.room} />;
  // Without it the browser has no cryptography to seal signaling with, and no devices either.
  if (!isSecureContext) return <NeedsHttpsPage />;
  return <RoomPage room={route.room} />;
}
