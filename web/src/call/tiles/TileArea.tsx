import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { PluginStage } from "../../plugins/PluginStage";
import { OverlayLayer } from "../../plugins/surfaces/OverlayLayer";
import type { CallModel } from "../callModel";
import { MediaView } from "../MediaView";
import { AloneCard } from "./AloneCard";
import { layOut, type Rect } from "./grid";
import { PersonTile } from "./PersonTile";
import { place } from "./Tile";
import "./tiles.css";

const nowhere: Rect = { left: 0, top: 0, width: 0, height: 0 };

/** Everybody, and the stage. All stand in one box and are placed by numbers, so that a video never starts anew when it moves. */
export function TileArea({ model }: { model: CallModel }) {
  const { stage } = model;
  const area = useRef<HTMLDivElement>(null);
  const size = useSize(area);
  const shown = stage.shown.value;
  const pinned = shown?.item.kind === "person" ? shown.item.id : null;
  const people = model.people.value;
  const others = people.filter((each) => each.id !== pinned);
  const alone = people.length === 1 && shown === null;
  const layout = layOut(size, others.length + (alone ? 1 : 0), shown !== null);
  const rectOf = (id: string) => (id === pinned ? layout.stage : layout.tiles[others.findIndex((each) => each.id === id)]) ?? nowhere;
  return (
    <div class="area" ref={area}>
      <StageBox model={model} rect={layout.stage} />
      {people.map((person) => (
        <PersonTile key={person.id} model={model} person={person} rect={rectOf(person.id)} />
      ))}
      <OverlayLayer store={model.session.plugins} />
      {alone && <AloneCard rect={layout.tiles[1] ?? nowhere} onCopy={() => void model.copyLink()} />}
    </div>
  );
}

function StageBox({ model, rect }: { model: CallModel; rect: Rect | null }) {
  const { session, stage } = model;
  const shown = stage.shown.value;
  const choices = stage.choices.value;
  return (
    <section class="stage" style={place(rect ?? nowhere)} aria-label="Stage" hidden={!rect}>
      {shown?.item.kind === "screen" && <Screen model={model} id={shown.item.id} />}
      <PluginStage session={session} visible={shown?.item.kind === "plugin"} />
      {choices.length > 1 && (
        <div class="stage__choices" role="group" aria-label="On the stage">
          {choices.map(({ key, title }) => (
            <button key={key} type="button" class="stage__choice" aria-pressed={key === shown?.key} onClick={() => stage.show(key)}>
              {title}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}

function Screen({ model, id }: { model: CallModel; id: string }) {
  const { session } = model;
  const own = id === session.self;
  const stream = own ? session.local.ownScreen.value : (session.mesh.remoteStreams.value.get(id)?.screen ?? null);
  return (
    <>
      <MediaView
        stream={stream}
        label={`Screen of ${session.nameOf(id)}`}
        class="stage__screen"
        muted={own}
        speaker={session.local.choice.speaker.value}
      />
      <p class="plate">{own ? "You share your screen" : `Screen of ${session.nameOf(id)}`}</p>
    </>
  );
}

function useSize(element: { readonly current: HTMLElement | null }) {
  const size = useSignal({ width: 0, height: 0 });
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      size.value = { width, height };
    });
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, []);
  return size.value;
}
