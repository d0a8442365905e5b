// recording.write
const recording = (raw) => ({ id: raw.recordingId, at: new OwnDate(raw.at) });

event("recording.started", "recording.write", recording);
event("recording.stopped", "recording.write", recording);
