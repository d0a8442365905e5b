using System.Reflection;
using System.Text.Json;
using PluginRoom.HostileWorker;
using PluginRoom.Protocol.Worker;

// Started in the worker's place. For the probe it is the real worker, so that the host takes it for one; then it plays what the
// file "script" in the plugin's folder says.
var launch = JsonSerializer.Deserialize(args[0], WorkerJson.Default.WorkerLaunch)!;
if (launch.Mode == WorkerLaunch.Probe)
    return (int)Assembly.Load("PluginRoom.Worker").EntryPoint!.Invoke(null, [args])!;
foreach (var line in File.ReadLines(Path.Combine(launch.PluginDirectory, "script")))
    Script.Play(line);
return 0;
