namespace DgccAssess.Web.Infrastructure;

public sealed partial class Links
{
    public string Tenants() => At($"/tenants");

    public string NewTenant() => At($"/tenants/new");

    public string Tenant(string id) => At($"/tenants/{id}");

    /// <param name="id">The tenant.</param>
    /// <param name="act">suspend, resume, export, delete or cancel-deletion.</param>
    public string TenantAct(string id, string act) => At($"/tenants/{id}/{act}");

    public string TenantPack(string id, Guid export) => At($"/tenants/{id}/exports/{export}");
}
