using System.Globalization;
using System.Reflection;
using System.Text.Json;
using DgccAssess.Core.Data;

namespace DgccAssess.Web.Infrastructure.Api;

/// <summary>A request for a page of a list, read as its <see cref="ListShape"/> says. What it does not know is refused: a misspelt filter must not answer everything.</summary>
public sealed class ListQuery
{
    private readonly Dictionary<string, string> filters = new(StringComparer.Ordinal);

    private ListQuery(ListShape shape) => Sort = shape.Sorts[0];

    public int Limit { get; private set; } = ListShape.DefaultLimit;

    /// <summary>Key with "-" before it where the order is turned round.</summary>
    public string Sort { get; private set; }

    public bool Descending => Sort.StartsWith('-');

    /// <summary>Where the page before this one ended; null on the first.</summary>
    public ListCursor? After { get; private set; }

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    public string? Text(string filter) => filters.GetValueOrDefault(filter);

    public T? Choice<T>(string filter)
        where T : struct, Enum => Text(filter) is { } word ? Enum.Parse<T>(word, ignoreCase: true) : null;

    public bool? Flag(string filter) => Text(filter) is { } word ? word == "true" : null;

    public DateTime? Instant(string filter) => Text(filter) is { } text ? Instants.Read(text) : null;

    public static ValueTask<ListQuery?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var shape = context.GetEndpoint()?.Metadata.GetMetadata<ListShape>() ?? throw new InvalidOperationException($"{parameter.Member.Name}: the endpoint has no list shape.");
        return new(Read(shape, context.Request.Query));
    }

    private static ListQuery Read(ListShape shape, IQueryCollection parameters)
    {
        var (query, problems) = (new ListQuery(shape), new List<Problem>());
        string? cursor = null;
        foreach (var (name, values) in parameters)
        {
            if (values is not [{ } value]) problems.Add(new(name, ApiMessages.RepeatedParameter));
            else if (name == "limit") query.ReadLimit(value, problems);
            else if (name == "sort") query.ReadSort(value, shape, problems);
            else if (name == "after") cursor = value;
            else if (shape.Filters.FirstOrDefault(f => f.Name == name) is { } filter) query.ReadFilter(filter, value, problems);
            else problems.Add(new(name, ApiMessages.UnknownParameter, string.Join(", ", shape.Filters.Select(f => f.Name).Concat(["limit", "sort", "after"]))));
        }

        if (cursor is not null && problems.Count == 0) query.ReadCursor(cursor, problems);
        query.Problems = problems;
        return query;
    }

    private void ReadLimit(string value, List<Problem> problems)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= ListShape.MaxLimit) Limit = limit;
        else problems.Add(new("limit", ApiMessages.LimitOutOfRange, 1, ListShape.MaxLimit));
    }

    private void ReadSort(string value, ListShape shape, List<Problem> problems)
    {
        if (shape.Orders.Contains(value)) Sort = value;
        else problems.Add(new("sort", ApiMessages.UnknownSort, string.Join(", ", shape.Orders)));
    }

    private void ReadFilter(ListFilter filter, string value, List<Problem> problems)
    {
        Problem? problem = filter.Kind switch
        {
            _ when value.Length > ListFilter.MaxLength => new(filter.Name, ApiMessages.TooLong, ListFilter.MaxLength),
            FilterKind.Choice when !filter.Choices!.Contains(value) => new(filter.Name, ApiMessages.NotAChoice, string.Join(", ", filter.Choices!)),
            FilterKind.Flag when value is not ("true" or "false") => new(filter.Name, ApiMessages.NotAChoice, "true, false"),
            FilterKind.Instant when Instants.Read(value) is null => new(filter.Name, ApiMessages.NoInstant),
            _ => null,
        };
        if (problem is null) filters[filter.Name] = value;
        else problems.Add(problem);
    }

    private void ReadCursor(string value, List<Problem> problems)
    {
        After = ListCursor.Parse(value);
        if (After is null || After.Sort != Sort) problems.Add(new("after", ApiMessages.ForeignCursor));
    }
}

/// <summary>The last item of a page, by its sort keys: the next page goes on behind it, whatever is written meanwhile.</summary>
/// <param name="Sort">The order it belongs to.</param>
/// <param name="Keys">Values of the sort keys, the last one unique.</param>
public sealed record ListCursor(string Sort, IReadOnlyList<string> Keys)
{
    private const int MaxLength = 1000;

    public override string ToString() => Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(Keys.Prepend(Sort)));

    public static ListCursor? Parse(string text)
    {
        if (text.Length is 0 or > MaxLength) return null;
        try
        {
            var parts = JsonSerializer.Deserialize<string[]>(Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlDecode(text));
            return parts is [{ } sort, .. var keys] && keys.Length is 1 or 2 && keys.All(k => k is not null) ? new ListCursor(sort, keys) : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }
}
