using System.Collections;
using System.Text.RegularExpressions;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Tenants.Files;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Features.Tenants;

/// <summary>One field that is to say something else; a null is a field without a value.</summary>
public sealed partial record FieldChange(string Field, string? Before, string? After)
{
    public override string ToString() => $"{Field}: {Before ?? "(none)"} -> {After ?? "(none)"}";

    /// <summary>Every setting that differs; all of them for a new space.</summary>
    public static IReadOnlyList<FieldChange> Between(SpaceSettings? before, SpaceSettings after) =>
    [
        .. typeof(SpaceSettings).GetProperties().Where(p => p.CanWrite)
            .SelectMany(p => Between(Words(p.Name), before is null ? null : p.GetValue(before), p.GetValue(after))),
    ];

    public static IReadOnlyList<FieldChange> Between(AgencyDefinition before, AgencyDefinition after) =>
    [
        .. Between("group", before.Group, after.Group),
        .. Between("region", before.Region, after.Region),
        .. Between("name", before.Names, after.Names),
        .. Between("synthetic", before.Synthetic, after.Synthetic),
    ];

    private static IEnumerable<FieldChange> Between(string field, object? before, object? after)
    {
        if (before is IReadOnlyList<NamedCode> || after is IReadOnlyList<NamedCode>) return BetweenCodes(field, Codes(before), Codes(after));

        if (before is IdentityProviderSettings || after is IdentityProviderSettings)
        {
            return typeof(IdentityProviderSettings).GetProperties().Where(p => p.CanWrite)
                .SelectMany(p => Between($"{field} {Words(p.Name)}", before is null ? null : p.GetValue(before), after is null ? null : p.GetValue(after)));
        }

        if (before is LocalizedText or null && after is LocalizedText or null)
        {
            var (was, will) = (Texts(before), Texts(after));
            return was.Keys.Union(will.Keys, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)
                .SelectMany(l => Differing($"{field} in '{l}'", was.GetValueOrDefault(l), will.GetValueOrDefault(l)));
        }

        return Differing(field, Text(before), Text(after));
    }

    /// <summary>Which codes there are and in what order, then the names of each.</summary>
    private static IEnumerable<FieldChange> BetweenCodes(string field, IReadOnlyList<NamedCode> before, IReadOnlyList<NamedCode> after) =>
        Differing(field, Text(before.Select(c => c.Code)), Text(after.Select(c => c.Code))).Concat(
            from code in after
            let known = before.FirstOrDefault(b => b.Code == code.Code)
            where known is not null
            from change in Between($"{field} '{code.Code}' name", known.Names, code.Names)
            select change);

    private static IReadOnlyList<NamedCode> Codes(object? value) => value as IReadOnlyList<NamedCode> ?? [];

    private static IEnumerable<FieldChange> Differing(string field, string? before, string? after) => before == after ? [] : [new(field, before, after)];

    private static IReadOnlyDictionary<string, string> Texts(object? value) => (value as LocalizedText)?.Values ?? new Dictionary<string, string>(StringComparer.Ordinal);

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "yes" : "no",
        IEnumerable list => list.Cast<object>().Select(o => o.ToString()!).ToList() is { Count: > 0 } items ? string.Join(", ", items) : null,
        _ => value.ToString(),
    };

    /// <summary>TimeZone: time zone.</summary>
    private static string Words(string name) => Capital().Replace(name, m => (m.Index > 0 ? " " : "") + m.Value.ToLowerInvariant());

    [GeneratedRegex("[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex Capital();
}
