using System.Text;
using DgccAssess.Core.Files;

namespace DgccAssess.Tests.Files;

public sealed class CsvTests
{
    [Theory]
    [InlineData("=1+2", "'=1+2")]
    [InlineData("-1+cmd", "'-1+cmd")]
    [InlineData("+1 office", "'+1 office")]
    [InlineData("@sum", "'@sum")]
    [InlineData("-", "'-")]
    [InlineData("-0.12", "-0.12")]
    [InlineData("-12", "-12")]
    [InlineData("Ministry - of all", "Ministry - of all")]
    public void Cell_ThatASpreadsheetWouldReckon_IsText_AFigureIsAFigure(string cell, string written) =>
        Assert.Equal($"cell\r\n{written}\r\n", Encoding.UTF8.GetString(new CsvTable<string>(("cell", c => c)).Write([cell], mark: false)).Replace("\"", "", StringComparison.Ordinal));

    [Fact]
    public void Change_BelowZero_CanBeReadAsAFigure() =>
        Assert.Equal("change\r\n-0.25\r\n", Encoding.UTF8.GetString(new CsvTable<decimal>(("change", c => c)).Write([-0.25m], mark: false)));
}
