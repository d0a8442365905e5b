using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Worker.Tests.Fuzz;

/// <summary>
/// Messages of the protocol, in whichever direction, with one member that it does not have so, as JSON text that no serializer would write.
/// Members are found by reflection, so a new message, or one more member of one, is broken here without a word.
/// </summary>
internal static class Ugly
{
    private static readonly string[] Values =
    [
        "null", "true", "[]", "{}", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00x\"", "0", "-1", "0.5", "1e999", "\"NaN\"", "NaN", "Infinity",
        "2147483648", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "[null]", "[[]]", "\"\\ud83d\"", "\"=\"", "\"AA\"",
        "\"" + new string('x', 200_000) + "\"", new string('[', 70) + new string(']', 70), "",
    ];

    private static readonly (string Discriminator, JsonDerivedTypeAttribute Message)[] Messages =
        [.. Of(typeof(WorkerCall)), .. Of(typeof(WorkerEvent)), .. Of(typeof(CallReply))];

    internal static IEnumerable<Type> Calls => Of(typeof(WorkerCall)).Select(each => each.Message.DerivedType);

    internal static string Any(Dice dice)
    {
        // Calls more often: what is no call goes no further than its name.
        var (discriminator, message) = dice.Once(3) ? dice.Of(Messages) : dice.Of(Messages[..Calls.Count()]);
        var members = MembersOf(message.DerivedType).Select(member => (member.Name, Value: Plain(member.ParameterType))).ToList();
        if (members.Count > 0)
        {
            var at = dice.Below(members.Count);
            switch (dice.Below(6))
            {
                case 0:
                    members.RemoveAt(at);
                    break;
                case 1:
                    members.Insert(dice.Below(members.Count), members[at]);
                    break;
                default:
                    members[at] = (members[at].Name, dice.Of(Values));
                    break;
            }
        }

        if (dice.Once(8))
            members.Add((dice.Of(["more", "$type", "", "\\u0000"]), dice.Of(Values)));
        return $"{{\"{discriminator}\":\"{message.TypeDiscriminator}\"{string.Concat(members.Select(member => $",\"{member.Name}\":{member.Value}"))}}}";
    }

    private static IEnumerable<(string Discriminator, JsonDerivedTypeAttribute Message)> Of(Type kind) => kind.GetCustomAttributes<JsonDerivedTypeAttribute>()
        .Select(message => (kind.GetCustomAttribute<JsonPolymorphicAttribute>()!.TypeDiscriminatorPropertyName!, message));

    private static IEnumerable<(string Name, Type ParameterType)> MembersOf(Type type) => type.GetConstructors().Single().GetParameters()
        .Select(parameter => (JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!), parameter.ParameterType));

    private static string Plain(Type type) => type switch
    {
        _ when type == typeof(string) => "\"x\"",
        _ when type == typeof(byte[]) => "\"AA==\"",
        _ when type == typeof(bool) => "true",
        _ when type.IsPrimitive => "1",
        _ when type.IsGenericType => $"[{Plain(type.GetGenericArguments()[^1])}]",
        _ => $"{{{string.Join(',', MembersOf(type).Select(member => $"\"{member.Name}\":{Plain(member.ParameterType)}"))}}}",
    };
}
