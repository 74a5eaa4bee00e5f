using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace DgccAssess.Core.Data;

/// <summary>
/// What EF's translations call in SQLite, which has no decimals. EF adds it to connections it makes itself, not to one it is given later: exact figures
/// could not be compared or sorted there.
/// </summary>
internal static class SqliteFunctions
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static void AddTo(SqliteConnection connection)
    {
        connection.CreateCollation("EF_DECIMAL", (x, y) => decimal.Compare(Read(x), Read(y)));
        connection.CreateFunction<decimal?, decimal?, int?>("ef_compare", (x, y) => x is { } a && y is { } b ? decimal.Compare(a, b) : null, isDeterministic: true);
        connection.CreateFunction<decimal?, decimal?, decimal?>("ef_add", (x, y) => x + y, isDeterministic: true);
        connection.CreateFunction<decimal?, decimal?, decimal?>("ef_multiply", (x, y) => x * y, isDeterministic: true);
        connection.CreateFunction<decimal?, decimal?, decimal?>("ef_divide", (x, y) => y is 0 ? null : x / y, isDeterministic: true);
        connection.CreateFunction<decimal?, decimal?>("ef_negate", x => -x, isDeterministic: true);
        connection.CreateFunction<decimal?, decimal?, decimal?>("ef_mod", (x, y) => y is 0 ? null : x % y, isDeterministic: true);
        connection.CreateFunction<string?, string?, bool?>("regexp", (pattern, input) => pattern is null || input is null ? null : Regex.IsMatch(input, pattern, RegexOptions.None, Patience), isDeterministic: true);
        connection.CreateAggregate<decimal?, decimal?>("ef_sum", null, (sum, x) => x is null ? sum : (sum ?? 0) + x, isDeterministic: true);
        connection.CreateAggregate<decimal?, decimal?>("ef_max", null, (max, x) => max is null || x > max ? x ?? max : max, isDeterministic: true);
        connection.CreateAggregate<decimal?, decimal?>("ef_min", null, (min, x) => min is null || x < min ? x ?? min : min, isDeterministic: true);
        connection.CreateAggregate<decimal?, (decimal Sum, int Count), decimal?>(
            "ef_avg", (0, 0), (so, x) => x is { } value ? (so.Sum + value, so.Count + 1) : so, so => so.Count == 0 ? null : so.Sum / so.Count, isDeterministic: true);
    }

    private static decimal Read(string text) => decimal.Parse(text, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture);
}
