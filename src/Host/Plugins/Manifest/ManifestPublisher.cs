using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace PluginRoom.Host.Plugins.Manifest;

/// <summary>Who answers for the plugin.</summary>
public sealed record ManifestPublisher
{
    [Description("Person or organisation.")]
    [StringLength(100, MinimumLength = 1)]
    [RegularExpression(TextForPeople.NamePattern, ErrorMessage = TextForPeople.NameRule)]
    public required string Name { get; init; }

    [Description("Where people reach the publisher about their data: an e-mail address or an https address.")]
    [StringLength(200)]
    [RegularExpression(
        @"^([^@\s:/]+@[^@\s:/]+[.][^@\s:/]+|https://[^\s/@]+(/\S*)?)$",
        ErrorMessage = "must be an e-mail address or an address that starts with https://")]
    public required string Contact { get; init; }

    [Description("The privacy policy, a text file in the plugin's folder.")]
    [StringLength(200, MinimumLength = 1)]
    [FileInFolder]
    public required string PrivacyPolicy { get; init; }
}
