namespace FlowBuilder.Storage.Model.Companies;

/// <summary>A row that belongs to one company; the context shows and accepts only those of its own.</summary>
public interface ICompanyOwned
{
    int CompanyId { get; set; }
}
