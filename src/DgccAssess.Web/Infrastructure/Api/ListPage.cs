using DgccAssess.Core.Files;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Infrastructure.Api;

/// <param name="Items">In the order asked for.</param>
/// <param name="Next">Goes into <c>after</c> for the next page; null on the last.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Items, string? Next);

public static class ListPages
{
    /// <summary>Reads one page of rows that are filtered, ordered and begin behind the cursor already.</summary>
    /// <param name="rows">One more than the page is read, to know whether there is a next one.</param>
    /// <param name="query">As asked.</param>
    /// <param name="item">What the caller sees of a row.</param>
    /// <param name="keys">Values of the sort keys of a row, the last one unique.</param>
    /// <param name="table">The same as CSV.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<IResult> PageAsync<TRow, TItem>(
        this IQueryable<TRow> rows, ListQuery query, Func<TRow, TItem> item, Func<TRow, IReadOnlyList<string>> keys, CsvTable<TItem> table, CancellationToken ct)
    {
        return Page(await rows.Take(query.Limit + 1).ToListAsync(ct), query, item, keys, table);
    }

    /// <summary>The same of rows that are no table, at least one more than the page where there are more.</summary>
    public static IResult Page<TRow, TItem>(
        IReadOnlyList<TRow> read, ListQuery query, Func<TRow, TItem> item, Func<TRow, IReadOnlyList<string>> keys, CsvTable<TItem> table)
    {
        var next = read.Count > query.Limit ? new ListCursor(query.Sort, keys(read[query.Limit - 1])).ToString() : null;
        return new Answer<TItem>(new ListPage<TItem>([.. read.Take(query.Limit).Select(item)], next), table);
    }

    private sealed class Answer<T>(ListPage<T> page, CsvTable<T> table) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (page.Next is { } next) httpContext.Response.Headers.Link = $"<{AddressOf(httpContext.Request, next)}>; rel=\"next\"";
            var type = httpContext.Features.Get<AcceptedFormat>()!.ContentType;
            var content = type == Csv.ContentType ? table.Write(page.Items) : Representation.ToJson(httpContext, page);
            return Representation.WriteAsync(httpContext, content, type, Representation.TagOf(content));
        }

        private static string AddressOf(HttpRequest request, string next)
        {
            var query = request.Query.Where(q => q.Key != "after").SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value)).Append(new("after", next));
            return QueryHelpers.AddQueryString(request.PathBase.ToUriComponent() + request.Path.ToUriComponent(), query);
        }
    }
}
