using DgccAssess.Core.Data;
using DgccAssess.Core.Features.DataChecks;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.TestCommon;

public sealed partial class TestSpace
{
    /// <summary>Internet users of the edition of 2022, half of what the country's own statistics say.</summary>
    public static DataCheckContent SomeDataCheck { get; } =
        new(2022, "internet-users", DataHolder.Itu, 40, 2020, 80, "Statistical yearbook 2021, table 7.2", 0, 100, null, "Nodira Karimova", DataCheckStatus.Found, null, "", "");

    /// <returns>Id of the row.</returns>
    public Task<Guid> AddDataCheckAsync(DataCheckContent? content = null) => RunAsync(async services =>
    {
        var id = services.GetRequiredService<TimeProvider>().NewId();
        var added = await services.GetRequiredService<AddDataCheck>().HandleAsync(new(id, content ?? SomeDataCheck));
        return added.Succeeded ? id : throw new InvalidOperationException(added.Problems[0].Message);
    });
}
