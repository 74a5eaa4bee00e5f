namespace DgccAssess.Web.Infrastructure;

public sealed partial class Links
{
    public string Papers(string round) => At($"/rounds/{round}/papers");

    public string PapersZip(string round, Guid batch) => At($"/rounds/{round}/papers/{batch}/zip");
}
