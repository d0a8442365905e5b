using System.Text;
using PluginRoom.Sdk;

namespace PluginRoom.Gauntlet.Hostile;

/// <summary>Makes the attempt that it is told to make, and says what it got.</summary>
public sealed class HostilePlugin : RoomPlugin
{
    public static IRoom Room { get; private set; } = null!;

    public static IReadOnlyList<IAttempt> Attempts { get; } =
    [
        .. typeof(HostilePlugin).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IAttempt)))
            .Select(type => (IAttempt)Activator.CreateInstance(type)!),
    ];

    public override Task StartAsync(IRoom room, CancellationToken cancellationToken)
    {
        Room = room;
        room.Ui.OnInput((input, cancellation) =>
        {
            var lines = input.Text.Split('\n', 3);
            var attempt = Attempts.Single(attempt => attempt.GetType().FullName == lines[1]);
            var said = lines[0] == "prepare" ? Prepare(attempt, Targets.Parse(lines[2])) : Try(() => attempt.Try(Targets.Parse(lines[2])));
            return room.Ui.SendAsync(input.From, Encoding.UTF8.GetBytes(said.Length > 2000 ? said[..2000] : said), cancellation);
        });
        return Task.CompletedTask;
    }

    // Where it is refused, the other worker finds nothing.
    private static string Prepare(IAttempt attempt, Targets targets) => Try(() =>
    {
        attempt.Accomplice!(targets);
        return "prepared";
    });

    private static string Try(Func<string?> act)
    {
        try
        {
            return act() is { } got ? "got " + got : "nothing";
        }
        catch (Exception refused)
        {
            return $"nothing: {refused.GetType().Name}: {refused.Message}";
        }
    }
}
