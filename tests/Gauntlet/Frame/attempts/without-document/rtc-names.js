// vector: interfaces of WebRTC
// where: worker
// effect: says RTC
say(Object.getOwnPropertyNames(self).filter((name) => name.startsWith("RTC") && self[name]));
