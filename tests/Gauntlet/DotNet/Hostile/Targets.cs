using System.Text.Json;

namespace PluginRoom.Gauntlet.Hostile;

/// <summary>What was set up for the taking, and where.</summary>
/// <param name="Folder">A folder of the host's: secret.txt, a socket "door", and secret.txt once more in "data" and "other".</param>
/// <param name="Plugin">Where the plugin's own folder lies for it.</param>
/// <param name="Trace">A file that does not exist.</param>
/// <param name="Port">The canary's, TCP and UDP, on the loopback address.</param>
/// <param name="NameServer">Answers DNS on port 53; empty where it could not be opened.</param>
/// <param name="Host">The process that started the worker.</param>
/// <param name="Victim">A process to be harmed; 0 where none is meant to be.</param>
/// <param name="Marker">Where the host's memory holds the secret.</param>
/// <param name="Cell">Where the host's memory holds eight bytes that are watched.</param>
/// <param name="Descriptor">Of the host's, open on secret.txt.</param>
/// <param name="Token">Told to one worker only.</param>
public sealed record Targets(
    string Folder,
    string Plugin,
    string Trace,
    int Port,
    string NameServer,
    string Name,
    int Host,
    int Victim,
    long Marker,
    long Cell,
    int Descriptor,
    string Abstract,
    string Token)
{
    public string Secret => Path.Combine(Folder, "secret.txt");

    /// <summary>A number for this run that both workers know.</summary>
    public int Key => 0x50520000 | Port;

    public static Targets Parse(string json) => JsonSerializer.Deserialize<Targets>(json)!;

    public override string ToString() => JsonSerializer.Serialize(this);
}
