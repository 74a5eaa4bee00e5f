namespace DgccAssess.Web.Infrastructure.Api;

public enum FilterKind
{
    Text,
    Choice,
    Flag,
    Instant,
}

/// <param name="Name">Of the query parameter.</param>
/// <param name="Description">For the contract.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Choices">Where it is one of some words.</param>
public sealed record ListFilter(string Name, string Description, FilterKind Kind = FilterKind.Text, IReadOnlyList<string>? Choices = null)
{
    /// <summary>Characters of a filter's value.</summary>
    public const int MaxLength = 200;

    public static ListFilter OneOf<T>(string name, string description)
        where T : struct, Enum =>
        new(name, description, FilterKind.Choice, [.. Enum.GetNames<T>().Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName)]);
}

/// <summary>How a list may be asked for: read by the request and by the contract, so that neither can know more than the other.</summary>
/// <param name="Sorts">Keys to sort by; "-" before one turns it round. The first is the default.</param>
/// <param name="Filters">Further query parameters.</param>
/// <param name="OneWay">The order can't be turned round.</param>
public sealed record ListShape(IReadOnlyList<string> Sorts, IReadOnlyList<ListFilter> Filters, bool OneWay = false)
{
    /// <summary>Everything <c>sort</c> takes.</summary>
    public IReadOnlyList<string> Orders => OneWay ? Sorts : [.. Sorts.SelectMany(s => new[] { s, s.StartsWith('-') ? s[1..] : "-" + s }).Distinct()];

    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;
}
