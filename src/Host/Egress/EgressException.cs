using PluginRoom.Host.Broker;

namespace PluginRoom.Host.Egress;

/// <summary>A request to a sink that was not made, or whose answer did not arrive whole. The words are for the plugin's author.</summary>
internal sealed class EgressException : Exception
{
    public EgressException(EgressProblem problem, string message, Exception? inner = null)
        : base(message, inner) => Problem = problem;

    public EgressException(Refusal refusal)
        : base(refusal.Message) => (Problem, Refusal) = (EgressProblem.Gate, refusal);

    public EgressProblem Problem { get; }

    /// <summary>Set when the gate refused; it stands in the ledger already.</summary>
    public Refusal? Refusal { get; }
}

/// <summary>What went wrong. Everything down to <see cref="Address"/> reaches for what plugin.json or the operator does not allow.</summary>
internal enum EgressProblem
{
    /// <summary>The gate said no.</summary>
    Gate,
    Sink,
    Method,
    Path,
    Header,
    Redirect,

    /// <summary>The sink's name leads to a machine that plugins may not reach.</summary>
    Address,

    /// <summary>A stated size, rate or number of requests was exceeded.</summary>
    Limit,
    Name,
    Connection,
    Certificate,
    Timeout,
    Response,
}

/// <summary>The codes that plugins see.</summary>
internal static class EgressProblems
{
    public static string Code(this EgressProblem problem) => problem switch
    {
        EgressProblem.Gate => "net.refused",
        EgressProblem.Sink => "net.sink",
        EgressProblem.Method => "net.method",
        EgressProblem.Path => "net.path",
        EgressProblem.Header => "net.header",
        EgressProblem.Redirect => "net.redirect",
        EgressProblem.Address => "net.address",
        EgressProblem.Limit => "net.limit",
        EgressProblem.Name => "net.name",
        EgressProblem.Connection => "net.connection",
        EgressProblem.Certificate => "net.certificate",
        EgressProblem.Timeout => "net.timeout",
        _ => "net.response",
    };

    /// <summary>True: an attempt at something that nobody declared or allowed, which belongs into the ledger.</summary>
    public static bool IsUndeclared(this EgressProblem problem) =>
        problem is > EgressProblem.Gate and <= EgressProblem.Address;
}
