using System.Text.RegularExpressions;
using System.Xml;

namespace PluginRoom.Host.Vocabulary;

/// <summary>How long data is kept at a sink.</summary>
public enum RetentionKind
{
    /// <summary>Not beyond the moment of use.</summary>
    None,

    /// <summary>Until the room ends.</summary>
    Room,
    Duration,
}

/// <summary>A retention as a manifest names it, parsed once. <see cref="Duration"/> is set for that kind only.</summary>
public readonly partial record struct Retention
{
    /// <summary>ECMA-262 and .NET read it alike. A duration has at least one part.</summary>
    public const string Pattern =
        @"^(none|room|P(?!$)([0-9]{1,4}Y)?([0-9]{1,4}M)?([0-9]{1,4}D)?(T(?=[0-9])([0-9]{1,4}H)?([0-9]{1,4}M)?([0-9]{1,4}S)?)?)$";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    private readonly string? _text;

    private Retention(RetentionKind kind, TimeSpan? duration, string text) => (Kind, Duration, _text) = (kind, duration, text);

    public RetentionKind Kind { get; }

    public TimeSpan? Duration { get; }

    /// <summary>Null for anything but <c>none</c>, <c>room</c> or an ISO 8601 duration from one second to ten years.</summary>
    public static Retention? Parse(string text) => text switch
    {
        "none" => new(RetentionKind.None, null, text),
        "room" => new(RetentionKind.Room, null, text),
        _ when Form().IsMatch(text) && XmlConvert.ToTimeSpan(text) is var duration && duration > TimeSpan.Zero && duration <= Longest =>
            new(RetentionKind.Duration, duration, text),
        _ => null,
    };

    public override string ToString() => _text ?? "none";

    [GeneratedRegex(Pattern)]
    private static partial Regex Form();
}
