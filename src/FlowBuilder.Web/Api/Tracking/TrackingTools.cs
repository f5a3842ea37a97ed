using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Runtime.Intake;
using FlowBuilder.Web.Auth.Keys;
using FlowBuilder.Web.Auth.Limits;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Api.Tracking;

/// <summary>What the tracking calls need.</summary>
/// <param name="Keys">Knows write keys.</param>
/// <param name="Allowances">Counts events per key.</param>
/// <param name="Intake">Stores them.</param>
/// <param name="Clock">The system clock; the product clock stamps events where they are stored.</param>
/// <param name="Limits">How much a customer may hold.</param>
/// <param name="Full">Knows who holds as much already.</param>
/// <param name="Companies">Says how a company reads dates.</param>
internal sealed record TrackingTools(
    [FromServices] CompanyKeys Keys, [FromServices] Allowances Allowances, [FromServices] IIntake Intake, [FromServices] TimeProvider Clock,
    [FromServices] CustomerLimits Limits, [FromServices] FullCustomers Full, [FromServices] ICompanyCache Companies);
